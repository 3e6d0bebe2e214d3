using Azure.Storage.Queues;
using NewsIngest.Articles;
using NewsIngest.Serialization;
using NewsIngest.Storage.Blobs;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>Takes an article out: its claims, its blobs and the file it came from. A tombstone keeps late events from bringing it back.</summary>
public sealed class ArticleDeleter
{
    /// <summary>Revision in a message that asks to finish a deletion.</summary>
    internal const string DeleteRevision = "delete";

    private readonly ManifestStore manifest;
    private readonly ArticleRemover remover;
    private readonly SourceBlobs sources;
    private readonly StorageOptions options;
    private readonly TimeProvider time;
    private readonly QueueClient queue;

    internal ArticleDeleter(StorageClients clients, ManifestStore manifest, ArticleRemover remover, SourceBlobs sources, StorageOptions options, TimeProvider time)
    {
        this.manifest = manifest;
        this.remover = remover;
        this.sources = sources;
        this.options = options;
        this.time = time;
        queue = clients.Queue(StorageNames.ParsedQueue);
    }

    /// <summary>Deletes one article by id; its file goes with it unless the file holds other articles.</summary>
    /// <returns>False when there is no such article.</returns>
    public Task<bool> DeleteAsync(string articleId, CancellationToken cancellationToken = default)
    {
        if (!ManifestKey.IsId(articleId)) return Task.FromResult(false);
        var version = new Version();
        return StorageConflict.StartOverAsync(_ => TryDeleteAsync(articleId, version, cancellationToken), options.MaxAttempts, time, cancellationToken);
    }

    /// <summary>Deletes a dropped file with all its articles.</summary>
    /// <returns>False when no such file was ever ingested.</returns>
    public Task<bool> DeleteFileAsync(string blobName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobName);
        var id = ArticleId.From(StorageNames.ArticlesContainer, blobName);
        var version = new Version();
        return StorageConflict.StartOverAsync(_ => TryDeleteFileAsync(id, version, cancellationToken), options.MaxAttempts, time, cancellationToken);
    }

    /// <summary>Takes out what came of a file that was deleted from the container. A file of that name that is there again stays, with all that came of it.</summary>
    /// <returns>False when there was nothing to take out.</returns>
    public Task<bool> FollowDeletionAsync(string blobName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobName);
        var version = new Version();
        return StorageConflict.StartOverAsync(_ => TryFollowAsync(blobName, version, cancellationToken), options.MaxAttempts, time, cancellationToken);
    }

    private async Task<bool> TryFollowAsync(string blob, Version version, CancellationToken cancellationToken)
    {
        var id = ArticleId.From(StorageNames.ArticlesContainer, blob);
        // The row comes first: a version that is dropped between the two looks has another ETag and is not deleted.
        var file = await manifest.FileAsync(id, cancellationToken);
        if (BlobNames.Problem(blob) is null && await sources.ETagAsync(blob, cancellationToken) is not null) return false;
        if (file is not null)
        {
            version.ETag = file.SourceETag;
            return await TryDeleteFileAsync(id, version, cancellationToken);
        }

        // Whoever is still reading the file meets this row when it wants to write its own.
        var tombstone = new FileRow { Id = id, Blob = blob, SourceETag = "", State = ItemState.Deleted, Time = time.GetUtcNow() };
        await manifest.WriteAsync(tombstone, cancellationToken);
        return false;
    }

    private async Task<bool> TryDeleteAsync(string articleId, Version version, CancellationToken cancellationToken)
    {
        if (await manifest.ArticleAsync(articleId, cancellationToken) is not { } row)
        {
            // A file that failed has no article, yet it is listed under the id its article would have had.
            return await TryDeleteFileAsync(articleId, version, cancellationToken);
        }

        var fileId = ArticleId.From(StorageNames.ArticlesContainer, row.Blob);
        var file = await manifest.FileAsync(fileId, cancellationToken);
        if (file is null || file.Articles.All(id => id == articleId)) return await TryDeleteFileAsync(fileId, version, cancellationToken);
        if (!version.Covers(row.SourceETag)) return true;
        if (row.State == ItemState.Deleted && !version.Begun) return false;
        await AskToFinishAsync(articleId, cancellationToken);
        version.Begun = true;
        await remover.RemoveAsync(articleId, row.Blob, now => Task.FromResult(now?.SourceETag == row.SourceETag), cancellationToken);
        return true;
    }

    private async Task<bool> TryDeleteFileAsync(string fileId, Version version, CancellationToken cancellationToken)
    {
        if (await manifest.FileAsync(fileId, cancellationToken) is not { } file) return false;
        if (!version.Covers(file.SourceETag)) return true;
        if (file.State == ItemState.Deleted)
        {
            if (version.Begun) await remover.FinishFileAsync(file, cancellationToken);
            return version.Begun;
        }

        await AskToFinishAsync(fileId, cancellationToken);
        if (file.State == ItemState.Failed) await manifest.UnlistFailureAsync(fileId, cancellationToken);
        // The row of the only article goes with that of its file: an extraction at work fails on it.
        List<ArticleRow> articles = [];
        if (file.Articles.Contains(fileId) && await manifest.ArticleAsync(fileId, cancellationToken) is { } own) articles.Add(remover.Tombstone(own));
        var deleted = file with { State = ItemState.Deleted, Reason = null, Time = time.GetUtcNow(), Version = "", Incomplete = false };
        version.Begun = true;
        await manifest.WriteAsync(articles, deleted, cancellationToken);
        await remover.FinishFileAsync(deleted, cancellationToken);
        return true;
    }

    private async Task AskToFinishAsync(string id, CancellationToken cancellationToken)
    {
        var message = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new ArticleMessage(id, DeleteRevision), NewsIngestJson.Stored.ArticleMessage);
        // The message is only there in case this instance dies; handled before the tombstone is written it would find nothing to do.
        await queue.SendMessageAsync(BinaryData.FromBytes(message), options.DeletionCheck, cancellationToken: cancellationToken);
    }

    /// <summary>The version of the file that was there when the deletion was asked for; one that is dropped meanwhile is not meant.</summary>
    private sealed class Version
    {
        public string? ETag { get; set; }

        /// <summary>Whether the tombstone may have been written.</summary>
        public bool Begun { get; set; }

        public bool Covers(string found) => (ETag ??= found) == found;
    }
}
