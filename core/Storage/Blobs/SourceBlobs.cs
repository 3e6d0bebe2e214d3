using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NewsIngest.Storage.Blobs;

/// <summary>What a dropped file is at this moment.</summary>
internal abstract record SourceRead
{
    /// <summary>There is no such file.</summary>
    public sealed record Missing : SourceRead;

    /// <summary>It is the version the caller knows.</summary>
    public sealed record Unchanged : SourceRead;

    /// <summary>It is larger than the limit and was not read.</summary>
    public sealed record TooLarge(string ETag, long Length) : SourceRead;

    public sealed record Content(string ETag, string? ContentType, byte[] Bytes) : SourceRead;
}

/// <summary>The container that files are dropped in.</summary>
internal sealed class SourceBlobs(StorageClients clients)
{
    private readonly BlobContainerClient container = clients.Container(StorageNames.ArticlesContainer);

    /// <summary>Reads a file of at most <paramref name="maxBytes"/> in one call, unless its ETag is still <paramref name="known"/>.</summary>
    public async Task<SourceRead> ReadAsync(string name, string? known, long maxBytes, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions();
        if (!string.IsNullOrEmpty(known)) options.Conditions = new BlobRequestConditions { IfNoneMatch = new ETag(known) };
        try
        {
            var response = await Client(name).DownloadStreamingAsync(options, cancellationToken);
            if (response.GetRawResponse().Status == 304) return new SourceRead.Unchanged();
            using var download = response.Value;
            var details = download.Details;
            var etag = details.ETag.ToString();
            if (details.ContentLength > maxBytes) return new SourceRead.TooLarge(etag, details.ContentLength);
            var bytes = new byte[details.ContentLength];
            await download.Content.ReadExactlyAsync(bytes, cancellationToken);
            return new SourceRead.Content(etag, details.ContentType, bytes);
        }
        catch (RequestFailedException e) when (e.Status == 304)
        {
            return new SourceRead.Unchanged();
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode != "ContainerNotFound")
        {
            return new SourceRead.Missing();
        }
    }

    /// <summary>The ETag of the file, null when there is none.</summary>
    public async Task<string?> ETagAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await Client(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Value.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Deletes that version of the file; another version stays. An empty ETag is that of a file that could not even be addressed.</summary>
    public async Task DeleteAsync(string name, string etag, CancellationToken cancellationToken)
    {
        if (etag.Length == 0) return;
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = new ETag(etag) };
            await Client(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            // Dropped again meanwhile: that version has an event of its own.
        }
    }

    public async Task<string> UploadAsync(string name, BinaryData content, string? contentType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        var response = await Client(name).UploadAsync(content, options, cancellationToken);
        return response.Value.ETag.ToString();
    }

    private BlobClient Client(string name) => BlobNames.Problem(name) is { } problem
        ? throw new ArgumentException(problem, nameof(name))
        : container.GetBlobClient(name);
}
