using Azure.Data.Tables;

namespace NewsIngest.Storage.Manifest;

/// <summary>What a status shows of a file row.</summary>
internal sealed record FileState(string Blob, string State, string? Reason, DateTimeOffset Time, string Version, IReadOnlyList<string> Articles)
{
    /// <summary>The columns it is read from, those of <see cref="IdList"/> among them.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["RowKey", "blob", "state", "reason", "time", "version", .. Enumerable.Range(0, IdList.MaxParts).Select(part => $"articles{part}")];

    public static FileState From(TableEntity entity) => new(
        entity.GetString("blob"),
        entity.GetString("state"),
        entity.GetString("reason") is { Length: > 0 } reason ? reason : null,
        entity.GetDateTimeOffset("time") ?? default,
        entity.GetString("version") ?? "",
        IdList.Read(entity, "articles"));
}
