namespace NewsIngest.Storage;

/// <summary>Where an upload went. <paramref name="ArticleId"/> is the id the article will have when the file holds one article.</summary>
public sealed record UploadResult(string Blob, string ArticleId, string ETag);

/// <summary>Puts a file into the articles container, as if it had been dropped there.</summary>
public sealed class ArticleUploader
{
    /// <exception cref="UploadException">The name cannot be a blob's name, or the file is larger than the limit.</exception>
    public Task<UploadResult> UploadAsync(string name, Stream content, string? contentType, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

/// <summary>An upload that was refused; the message says what is accepted.</summary>
public sealed class UploadException(string message) : Exception(message);
