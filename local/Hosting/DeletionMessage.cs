using System.Text.Json;
using Azure.Storage.Blobs;

namespace NewsIngest.Local.Hosting;

/// <summary>The event of a deleted blob, of the same form as Event Grid's: https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage.</summary>
internal static class DeletionMessage
{
    public static string ToJson(BlobClient blob) => JsonSerializer.Serialize(new
    {
        eventType = "Microsoft.Storage.BlobDeleted",
        subject = $"/blobServices/default/containers/{blob.BlobContainerName}/blobs/{blob.Name}",
        data = new { api = "DeleteBlob", url = blob.Uri.AbsoluteUri },
        dataVersion = "",
        metadataVersion = "1",
    });
}
