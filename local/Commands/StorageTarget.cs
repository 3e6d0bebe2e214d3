using Azure;
using Azure.Storage.Blobs;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Local.Commands;

/// <summary>Drops files into a storage account.</summary>
internal sealed class StorageTarget(ArticleUploader uploader, QueryService queries, BlobContainerClient articles) : IDropTarget
{
    public async Task<string?> ETagOfSameAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var client = articles.GetBlobClient(name);
            var there = (await client.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            if (there.ContentLength != content.Length) return null;
            var same = (await client.DownloadContentAsync(cancellationToken)).Value.Content.ToMemory().Span.SequenceEqual(content);
            return same ? there.ETag.ToString() : null;
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public async Task<string> UploadAsync(string name, byte[] content, CancellationToken cancellationToken) =>
        (await uploader.UploadAsync(name, new MemoryStream(content), null, cancellationToken)).ETag;

    public Task<FileStatus?> StateAsync(string name, CancellationToken cancellationToken) => queries.FileAsync(name, cancellationToken);
}
