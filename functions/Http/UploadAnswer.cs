using System.Text.Json.Serialization;
using NewsIngest.Storage;

namespace NewsIngest.Functions.Http;

/// <summary>
/// Where an upload went. <paramref name="Location"/> has its article when the file holds one; <paramref name="Status"/> tells what becomes of the
/// file whatever it holds, and <paramref name="ETag"/> names this version of the file there.
/// </summary>
internal sealed record UploadAnswer(string Blob, string ArticleId, string Location, string Status, [property: JsonPropertyName("etag")] string ETag)
{
    public static UploadAnswer From(UploadResult upload) => new(upload.Blob, upload.ArticleId, $"{ApiRoutes.Prefix}/articles/{upload.ArticleId}", $"{ApiRoutes.Prefix}/status?file={Uri.EscapeDataString(upload.Blob)}", upload.ETag);
}

/// <summary>All files of one request.</summary>
internal sealed record UploadsAnswer(IReadOnlyList<UploadAnswer> Uploads);
