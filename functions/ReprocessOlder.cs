using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Extracts again what an older version extracted, a bounded number of articles at a time.</summary>
public sealed class ReprocessOlder(ArticleReprocessor reprocessor)
{
    [Function(nameof(ReprocessOlder))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "reprocess")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () =>
        {
            var (query, problems) = ReprocessQuery.Parse(request.Parameters());
            if (query is null) return Answers.BadRequest(problems);
            return Answers.Accepted(await reprocessor.ReprocessOlderAsync(query.OlderThan, query.Cursor, query.Limit, cancellationToken), ApiJson.Default.ReprocessResult, null);
        });
}
