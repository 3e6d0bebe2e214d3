using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NewsIngest.Storage.Blobs;

/// <summary>One JSON document per article in a container of its own. A writer that was overtaken cannot overwrite what came after it.</summary>
internal sealed class JsonBlobs<T>(BlobContainerClient container, JsonTypeInfo<T> type)
    where T : class
{
    private const int MaxAttempts = 8;

    /// <summary>Null when there is none.</summary>
    public async Task<T?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var content = await Client(id).DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize(content.Value.Content.ToMemory().Span, type);
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode != "ContainerNotFound")
        {
            return null;
        }
    }

    /// <summary>
    /// Writes the document over the version <paramref name="known"/> (null or empty: there should be none). When another one is found there,
    /// it is replaced only if <paramref name="isCurrent"/>, asked after looking, still says so.
    /// </summary>
    /// <returns>The ETag of what was written.</returns>
    /// <exception cref="SupersededException">The writer was overtaken.</exception>
    public async Task<string> WriteAsync(string id, T document, string? known, Func<Task<bool>> isCurrent, CancellationToken cancellationToken)
    {
        var bytes = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(document, type));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            try
            {
                var options = new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                    Conditions = string.IsNullOrEmpty(known)
                        ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                        : new BlobRequestConditions { IfMatch = new ETag(known) },
                };
                var written = await Client(id).UploadAsync(bytes, options, cancellationToken);
                return written.Value.ETag.ToString();
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                known = await ETagAsync(id, cancellationToken);
                if (!await isCurrent()) break;
            }
        }

        throw new SupersededException($"{container.Name}/{id}.json");
    }

    /// <summary>Deletes the document unless <paramref name="isCurrent"/>, asked after looking, says that it is wanted again.</summary>
    public async Task DeleteAsync(string id, Func<Task<bool>> isCurrent, CancellationToken cancellationToken)
    {
        if (await ETagAsync(id, cancellationToken) is not { } etag) return;
        if (!await isCurrent()) throw new SupersededException($"{container.Name}/{id}.json");
        await Client(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = new ETag(etag) }, cancellationToken);
    }

    private BlobClient Client(string id) => container.GetBlobClient(id + ".json");

    private async Task<string?> ETagAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await Client(id).GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Value.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
