namespace NewsIngest.Storage;

/// <summary>Takes an article out: its claims, its blobs and the file it came from. A tombstone keeps late events from bringing it back.</summary>
public sealed class ArticleDeleter
{
    /// <summary>Deletes one article by id; its file goes with it unless the file holds other articles.</summary>
    /// <returns>False when there is no such article.</returns>
    public Task<bool> DeleteAsync(string articleId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Deletes a dropped file with all its articles.</summary>
    /// <returns>False when no such file was ever ingested.</returns>
    public Task<bool> DeleteFileAsync(string blobName, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
