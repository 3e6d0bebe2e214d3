using System.Text.Json;
using NewsIngest.Query;
using NewsIngest.Serialization;
using NewsIngest.Storage;

namespace NewsIngest.Local.Commands;

/// <summary>Drops files by the HTTP API of a host.</summary>
internal sealed class ApiTarget(ApiClient api) : IDropTarget
{
    public async Task<string?> ETagOfSameAsync(string name, byte[] content, CancellationToken cancellationToken) =>
        await StateAsync(name, cancellationToken) is { ContentHash: { } hash, State: not "deleted" } status && hash == Articles.ArticleId.ContentHash(content) ? status.ETag : null;

    public async Task<string> UploadAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(content);
        try
        {
            using var answer = await api.PostAsync($"articles?name={Uri.EscapeDataString(name)}", body, cancellationToken);
            return answer.RootElement.GetProperty("uploads")[0].GetProperty("etag").GetString()!;
        }
        catch (ApiException exception) when (exception.Status is StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge)
        {
            throw new UploadException(exception.Message);
        }
    }

    public async Task<FileStatus?> StateAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await api.GetAsync($"status?file={Uri.EscapeDataString(name)}", cancellationToken);
            return answer.RootElement.Deserialize(NewsIngestJson.Stored.FileStatus);
        }
        catch (ApiException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
