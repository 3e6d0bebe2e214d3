namespace NewsIngest.Storage.Backup;

/// <summary>The first file of a backup: what wrote it.</summary>
/// <param name="Format">Version of the form of a backup.</param>
/// <param name="Schema">Version of the form of the rows it was made from.</param>
/// <param name="Version">Version that extractions had.</param>
internal sealed record BackupHeader(int Format, int Schema, string Version);

/// <summary>A line of a backup: a dropped file, what became of it, and its articles.</summary>
internal sealed record BackupFile
{
    public required string Blob { get; init; }

    public string? ContentType { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string? ContentHash { get; init; }

    public IReadOnlyList<BackupArticle> Articles { get; init; } = [];
}

/// <summary>An article of a file, or where it was deleted only its id.</summary>
internal sealed record BackupArticle
{
    public required string Id { get; init; }

    public required string Revision { get; init; }

    public required string ContentHash { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset Time { get; init; }
}

/// <summary>What was exported or imported.</summary>
/// <param name="Files">Dropped files.</param>
/// <param name="Articles">Articles, those that were not extracted included.</param>
/// <param name="Skipped">Files that were left out of an import because the storage had them.</param>
public sealed record BackupSummary(int Files, int Articles, int Skipped);

/// <summary>A folder is not a backup, or is damaged; the message says where.</summary>
public sealed class BackupException(string message) : Exception(message);
