using Azure;
using Azure.Data.Tables;

namespace NewsIngest.Storage.Manifest;

/// <summary>A dropped file and the articles that were read from it.</summary>
internal sealed record FileRow
{
    public required string Id { get; init; }

    public required string Blob { get; init; }

    /// <summary>ETag of the version of the file that this row is about; of a deleted file the version that was deleted.</summary>
    public required string SourceETag { get; init; }

    public string ContentHash { get; init; } = "";

    public required string State { get; init; }

    /// <summary>Why the file failed or was not extracted.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Version that finished the only article of the file; empty until then and for files of many articles.</summary>
    public string Version { get; init; } = "";

    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Articles of an earlier version of the file that still have to be taken out.</summary>
    public IReadOnlyList<string> Stale { get; init; } = [];

    /// <summary>
    /// Set while the rows of a file of many articles are being written, which takes several transactions: whoever finds it reads the file again,
    /// and takes out what it lists if the file is another one by now.
    /// </summary>
    public bool Incomplete { get; init; }

    /// <summary>ETag of this row.</summary>
    public ETag Row { get; init; }

    public static FileRow From(TableEntity entity) => new()
    {
        Id = entity.RowKey["file~".Length..],
        Blob = entity.GetString("blob"),
        SourceETag = entity.GetString("etag"),
        ContentHash = entity.GetString("hash") ?? "",
        State = entity.GetString("state"),
        Reason = entity.GetString("reason") is { Length: > 0 } reason ? reason : null,
        Time = entity.GetDateTimeOffset("time") ?? default,
        Version = entity.GetString("version") ?? "",
        Articles = IdList.Read(entity, "articles"),
        Stale = IdList.Read(entity, "stale"),
        Incomplete = entity.GetBoolean("incomplete") ?? false,
        Row = entity.ETag,
    };

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(ManifestKey.Partition(Id), ManifestKey.File(Id))
        {
            ["blob"] = Blob,
            ["etag"] = SourceETag,
            ["hash"] = ContentHash,
            ["state"] = State,
            ["reason"] = Reason ?? "",
            ["time"] = Time,
            ["version"] = Version,
            ["schema"] = ManifestStore.Schema,
        };
        if (Incomplete) entity["incomplete"] = true;
        IdList.Write(entity, "articles", Articles);
        IdList.Write(entity, "stale", Stale);
        return entity;
    }
}
