using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Functions.Http.Formats;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>Articles, newest first.</summary>
public sealed class ListArticles(QueryService queries)
{
    [Function(nameof(ListArticles))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "articles")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.ListAsync(request, ArticleListQuery.Parse(request.Parameters()), queries.ArticlesAsync, ListKinds.Articles, cancellationToken);
}
