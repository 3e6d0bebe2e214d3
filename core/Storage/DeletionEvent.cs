using System.Text.Json;
using Azure.Storage.Blobs;

namespace NewsIngest.Storage;

/// <summary>Event Grid's event of a deleted blob, in its own schema or as a CloudEvent: https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage.</summary>
public static class DeletionEvent
{
    private const string Type = "Microsoft.Storage.BlobDeleted";

    /// <summary>The name of the file that was deleted from the articles container.</summary>
    /// <returns>Null when the text is no such event.</returns>
    public static string? FileOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if ((Text(document.RootElement, "eventType") ?? Text(document.RootElement, "type")) != Type) return null;
            if (!document.RootElement.TryGetProperty("data", out var data) || !Uri.TryCreate(Text(data, "url"), UriKind.Absolute, out var url)) return null;
            var blob = new BlobUriBuilder(url);
            return blob.BlobContainerName == StorageNames.ArticlesContainer && blob.BlobName.Length > 0 ? blob.BlobName : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
