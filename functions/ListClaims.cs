using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Functions.Http.Formats;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>Who said what: claims by speaker, subject, modality, form, date and words.</summary>
public sealed class ListClaims(QueryService queries)
{
    [Function(nameof(ListClaims))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "claims")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.ListAsync(request, ClaimQuery.Parse(request.Parameters()), queries.ClaimsAsync, ListKinds.Claims, cancellationToken);
}
