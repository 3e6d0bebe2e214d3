using NewsIngest.Storage.Blobs;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>
/// Takes articles out: first a tombstone, then the rows and blobs. Whoever meets a tombstone later does it again,
/// so that nothing stays of a writer that was still at work or crashed.
/// </summary>
internal sealed class ArticleRemover(
    ManifestStore manifest, IndexWriter index, ArticleBlobs blobs, SourceBlobs sources, TimeProvider time)
{
    /// <summary>Generation of the index of an article that was taken out.</summary>
    public const string Gone = "deleted";

    /// <summary>The row of an article as a tombstone.</summary>
    public ArticleRow Tombstone(ArticleRow row) => row with
    {
        State = ItemState.Deleted,
        Reason = null,
        Time = time.GetUtcNow(),
        Generation = "",
        Version = "",
        ParsedETag = "",
        AnalysisETag = "",
    };

    /// <summary>
    /// Takes out an article. One that was never written gets a tombstone too, so that a writer who is late finds it.
    /// </summary>
    /// <param name="articleId">The article.</param>
    /// <param name="blob">The file it came from.</param>
    /// <param name="isGone">Whether it still has to go; asked after looking at its row, which is the argument.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    /// <exception cref="SupersededException">It is wanted again.</exception>
    public async Task RemoveAsync(string articleId, string blob, Func<ArticleRow?, Task<bool>> isGone, CancellationToken cancellationToken)
    {
        var row = await manifest.ArticleAsync(articleId, cancellationToken);
        if (row?.State != ItemState.Deleted)
        {
            if (!await isGone(row)) throw new SupersededException($"article {articleId}");
            if (row?.State == ItemState.Failed) await manifest.UnlistFailureAsync(articleId, cancellationToken);
            await manifest.WriteAsync(Tombstone(row ?? NeverWritten(articleId, blob)), cancellationToken);
        }

        await FinishAsync(articleId, cancellationToken);
    }

    /// <summary>Deletes the rows and blobs of an article that has a tombstone.</summary>
    public async Task FinishAsync(string articleId, CancellationToken cancellationToken)
    {
        await blobs.Analyses.DeleteAsync(articleId, IsDeletedAsync, cancellationToken);
        await index.WriteAsync(articleId, Gone, [], isNew: false, IsDeletedAsync, cancellationToken);
        await blobs.Parsed.DeleteAsync(articleId, IsDeletedAsync, cancellationToken);

        async Task<bool> IsDeletedAsync() => (await manifest.ArticleAsync(articleId, cancellationToken))?.State == ItemState.Deleted;
    }

    /// <summary>Deletes what is left of a file that has a tombstone: its articles and the version of the file that was deleted.</summary>
    public async Task FinishFileAsync(FileRow file, CancellationToken cancellationToken)
    {
        foreach (var article in file.Articles.Concat(file.Stale)) await RemoveAsync(article, file.Blob, _ => IsGoneAsync(), cancellationToken);
        // The article of a file that was deleted while it was read for the first time.
        if (file.Articles.Count == 0) await blobs.Parsed.DeleteAsync(file.Id, IsGoneAsync, cancellationToken);
        await sources.DeleteAsync(file.Blob, file.SourceETag, cancellationToken);

        async Task<bool> IsGoneAsync() => await manifest.FileAsync(file.Id, cancellationToken) is { State: ItemState.Deleted } now && now.SourceETag == file.SourceETag;
    }

    private ArticleRow NeverWritten(string articleId, string blob) => new()
    {
        Id = articleId,
        Blob = blob,
        SourceETag = "",
        Revision = "",
        ContentHash = "",
        State = ItemState.Deleted,
        Time = time.GetUtcNow(),
    };
}
