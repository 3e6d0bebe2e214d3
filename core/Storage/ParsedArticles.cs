using NewsIngest.Articles;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>Writes parsed articles and prepares the rows that make them pending.</summary>
internal sealed class ParsedArticles(ManifestStore manifest, ArticleBlobs blobs, TimeProvider time)
{
    private const int Parallel = 8;

    /// <param name="articles">All articles of one file.</param>
    /// <param name="isNew">Whether the file was probably never seen, so that looking for earlier rows is not worth a call.</param>
    /// <param name="isCurrent">Whether the file is still as it was when it was read.</param>
    /// <param name="cancellationToken">Stops between blobs.</param>
    /// <returns>The rows to be written, in the order of the articles; an article whose content did not change keeps its state.</returns>
    public async Task<IReadOnlyList<ArticleRow>> WriteAsync(
        IReadOnlyList<Article> articles, bool isNew, Func<Task<bool>> isCurrent, CancellationToken cancellationToken)
    {
        var rows = new ArticleRow[articles.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        var known = new ArticleRow?[articles.Count];
        if (!isNew) await System.Threading.Tasks.Parallel.ForAsync(0, articles.Count, options, async (i, token) => known[i] = await manifest.ArticleAsync(articles[i].Id, token));
        // Rows that are not written together with that of the file: asked after looking, so that a tombstone of a later version is not taken for an earlier one.
        if (!isNew && articles.Count > 1 && !await isCurrent()) throw new SupersededException($"file {articles[0].Source.Blob}");
        await System.Threading.Tasks.Parallel.ForAsync(0, articles.Count, options, async (i, token) => rows[i] = await WriteAsync(articles[i], known[i], isCurrent, token));
        return rows;
    }

    private async Task<ArticleRow> WriteAsync(Article article, ArticleRow? row, Func<Task<bool>> isCurrent, CancellationToken cancellationToken)
    {
        var etag = article.Source.ETag ?? "";
        if (row is not null && row.ContentHash == article.ContentHash && ItemState.IsFinished(row.State))
        {
            // The same content under a new ETag: what is stored about it stays.
            return row with { SourceETag = etag };
        }

        if (row is { State: ItemState.Deleted } && row.SourceETag == etag) return row;
        if (row is { State: ItemState.Failed }) await manifest.UnlistFailureAsync(article.Id, cancellationToken);
        var written = await blobs.Parsed.WriteAsync(article.Id, article, row?.ParsedETag, isCurrent, cancellationToken);
        return new ArticleRow
        {
            Id = article.Id,
            Blob = article.Source.Blob,
            SourceETag = etag,
            Revision = article.Revision,
            ContentHash = article.ContentHash,
            State = ItemState.Pending,
            Time = time.GetUtcNow(),
            Generation = row?.Generation ?? "",
            Version = row?.Version ?? "",
            ParsedETag = written,
            AnalysisETag = row?.AnalysisETag ?? "",
            Row = row?.Row ?? default,
        };
    }
}
