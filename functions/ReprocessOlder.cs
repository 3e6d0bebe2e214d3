using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
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
            var (version, cursor) = (request.Query["olderThan"].ToString(), request.Query["cursor"].ToString());
            if (version.Length == 0) version = ArticleReprocessor.CurrentVersion;
            try
            {
                var result = await reprocessor.ReprocessOlderAsync(version, cursor.Length == 0 ? null : cursor, cancellationToken);
                return Answers.Accepted(result, ApiJson.Default.ReprocessResult, null);
            }
            catch (ArgumentException exception)
            {
                return exception.ParamName == "after"
                    ? Answers.BadRequest("cursor", "accepted is the cursor of an earlier answer")
                    : Answers.BadRequest("olderThan", $"accepted is a version such as {ArticleReprocessor.CurrentVersion}");
            }
        });
}
