using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>What became of the dropped files, with the reason where one failed; with ?file= of one.</summary>
public sealed class GetStatus(QueryService queries)
{
    [Function(nameof(GetStatus))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () =>
        {
            var (query, problems) = StatusQuery.Parse(request.Parameters());
            if (query is null) return Answers.BadRequest(problems);
            if (query.File is not { } name) return Answers.Ok(await queries.StatusAsync(cancellationToken), ApiJson.Default.StatusReport);
            return await queries.FileAsync(name, cancellationToken) is { } file
                ? Answers.Ok(file, ApiJson.Default.FileStatus)
                : Answers.NotFound("No file of this name was seen yet.");
        });
}
