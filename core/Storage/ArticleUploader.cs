using NewsIngest.Articles;
using NewsIngest.Storage.Blobs;

namespace NewsIngest.Storage;

/// <summary>Where an upload went. <paramref name="ArticleId"/> is the id the article will have when the file holds one article.</summary>
public sealed record UploadResult(string Blob, string ArticleId, string ETag);

/// <summary>An upload that was refused; the message says what is accepted.</summary>
public sealed class UploadException(string message) : Exception(message);

/// <summary>Puts a file into the articles container, as if it had been dropped there.</summary>
public sealed class ArticleUploader
{
    private const int BufferBytes = 64 * 1024;
    private readonly SourceBlobs sources;
    private readonly StorageOptions options;

    internal ArticleUploader(SourceBlobs sources, StorageOptions options)
    {
        this.sources = sources;
        this.options = options;
    }

    /// <exception cref="UploadException">The name cannot be a blob's name, or the file is larger than the limit.</exception>
    public async Task<UploadResult> UploadAsync(string name, Stream content, string? contentType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (BlobNames.UploadProblem(name) is { } problem) throw new UploadException(problem);
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > options.MaxFileBytes)
                throw new UploadException($"the file is larger than {options.MaxFileBytes} bytes, the limit of the setting {StorageOptions.Section}:{nameof(StorageOptions.MaxFileBytes)}");
            bytes.Write(buffer, 0, read);
        }

        var etag = await sources.UploadAsync(name, BinaryData.FromBytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)), contentType, cancellationToken);
        return new UploadResult(name, ArticleId.From(StorageNames.ArticlesContainer, name), etag);
    }
}
