using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>What became of the dropped files, with the reason where one failed.</summary>
public sealed class GetStatus(QueryService queries)
{
    [Function(nameof(GetStatus))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () => Answers.Ok(await queries.StatusAsync(cancellationToken), ApiJson.Default.StatusReport));
}
