using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Functions.Http.Formats;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>Entities by name or alias.</summary>
public sealed class ListEntities(QueryService queries)
{
    [Function(nameof(ListEntities))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "entities")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.ListAsync(request, EntityQuery.Parse(request.Parameters()), queries.EntitiesAsync, ListKinds.Entities, cancellationToken);
}
