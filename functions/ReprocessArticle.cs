using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Extracts one article again, or reads its file again when that failed.</summary>
public sealed class ReprocessArticle(ArticleReprocessor reprocessor)
{
    [Function(nameof(ReprocessArticle))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "articles/{id}/reprocess")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () =>
        {
            if (!await reprocessor.ReprocessAsync(id, cancellationToken)) return Answers.NotFound("There is no article with this id.");
            var location = $"{ApiRoutes.Prefix}/articles/{id}";
            return Answers.Accepted(new ReprocessAnswer(id, location), ApiJson.Default.ReprocessAnswer, location);
        });
}
