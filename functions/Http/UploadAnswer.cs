using System.Text.Json.Serialization;
using NewsIngest.Storage;

namespace NewsIngest.Functions.Http;

/// <summary>Where an upload went, and where it can be asked for; <paramref name="ETag"/> names this version of the file in the status.</summary>
internal sealed record UploadAnswer(string Blob, string ArticleId, string Location, [property: JsonPropertyName("etag")] string ETag)
{
    public static UploadAnswer From(UploadResult upload) => new(upload.Blob, upload.ArticleId, $"{ApiRoutes.Prefix}/articles/{upload.ArticleId}", upload.ETag);
}

/// <summary>All files of one request.</summary>
internal sealed record UploadsAnswer(IReadOnlyList<UploadAnswer> Uploads);
