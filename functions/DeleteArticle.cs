using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Takes an article out, with its claims and the file it came from.</summary>
public sealed class DeleteArticle(ArticleDeleter deleter)
{
    [Function(nameof(DeleteArticle))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "articles/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () =>
            await deleter.DeleteAsync(id, cancellationToken) ? Answers.NoContent() : Answers.NotFound("There is no article with this id."));
}
