using NewsIngest.Storage;

namespace NewsIngest.Functions.Http;

/// <summary>Where an upload went, and where it can be asked for.</summary>
internal sealed record UploadAnswer(string Blob, string ArticleId, string Location)
{
    public static UploadAnswer From(UploadResult upload) => new(upload.Blob, upload.ArticleId, $"{ApiRoutes.Prefix}/articles/{upload.ArticleId}");
}

/// <summary>All files of one request.</summary>
internal sealed record UploadsAnswer(IReadOnlyList<UploadAnswer> Uploads);
