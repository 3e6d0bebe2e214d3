using Azure;
using Azure.Data.Tables;

namespace NewsIngest.Storage.Manifest;

/// <summary>The manifest of one article.</summary>
internal sealed record ArticleRow
{
    public required string Id { get; init; }

    public required string Blob { get; init; }

    /// <summary>ETag of the version of the file that the article was read from.</summary>
    public required string SourceETag { get; init; }

    public required string Revision { get; init; }

    public required string ContentHash { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What queries show now: revision and versions of an extraction that was completed; empty before the first.</summary>
    public string Generation { get; init; } = "";

    /// <summary>Version of the extraction that made <see cref="Generation"/>.</summary>
    public string Version { get; init; } = "";

    public string ParsedETag { get; init; } = "";

    public string AnalysisETag { get; init; } = "";

    /// <summary>ETag of this row.</summary>
    public ETag Row { get; init; }

    public static ArticleRow From(TableEntity entity) => new()
    {
        Id = entity.RowKey["article~".Length..],
        Blob = entity.GetString("blob"),
        SourceETag = entity.GetString("etag"),
        Revision = entity.GetString("revision"),
        ContentHash = entity.GetString("hash"),
        State = entity.GetString("state"),
        Reason = entity.GetString("reason") is { Length: > 0 } reason ? reason : null,
        Time = entity.GetDateTimeOffset("time") ?? default,
        Generation = entity.GetString("generation") ?? "",
        Version = entity.GetString("version") ?? "",
        ParsedETag = entity.GetString("parsed") ?? "",
        AnalysisETag = entity.GetString("analysis") ?? "",
        Row = entity.ETag,
    };

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(ManifestKey.Partition(Id), ManifestKey.Article(Id))
        {
            ["blob"] = Blob,
            ["etag"] = SourceETag,
            ["revision"] = Revision,
            ["hash"] = ContentHash,
            ["state"] = State,
            ["reason"] = Reason ?? "",
            ["time"] = Time,
            ["generation"] = Generation,
            ["version"] = Version,
            ["parsed"] = ParsedETag,
            ["analysis"] = AnalysisETag,
            ["schema"] = ManifestStore.Schema,
        };
        return entity;
    }
}
