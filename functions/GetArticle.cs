using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>One article: text, blocks, entities and claims, all with spans.</summary>
public sealed class GetArticle(QueryService queries)
{
    [Function(nameof(GetArticle))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "articles/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () => await queries.ArticleAsync(id, cancellationToken) is { } article
            ? Answers.OkTagged(request, ArticleAnswer.From(article), ApiJson.Default.ArticleAnswer)
            : Answers.NotFound(await queries.FileOfIdAsync(id, cancellationToken) switch
            {
                { State: "failed" } file => $"The file {file.File} could not be read: {file.Reason}",
                { State: not "deleted", Articles.Count: > 0 } file => $"The file {file.File} holds {file.Articles.Count} articles with ids of their own: see {ApiRoutes.Prefix}/status?file={Uri.EscapeDataString(file.File)}.",
                _ => "There is no article with this id.",
            }));
}
