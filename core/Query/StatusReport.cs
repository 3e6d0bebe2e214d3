using System.Text.Json.Serialization;

namespace NewsIngest.Query;

/// <summary>What became of the dropped files.</summary>
public sealed record StatusReport
{
    /// <summary>Number of files by state: pending, done, notExtracted, failed, deleted.</summary>
    public required IReadOnlyDictionary<string, int> Files { get; init; }

    /// <summary>False when there are more files than were counted: the numbers are then lower bounds.</summary>
    public required bool Complete { get; init; }

    /// <summary>Files that failed, newest first, with the reason.</summary>
    public required IReadOnlyList<FileStatus> Failed { get; init; }

    /// <summary>Files whose articles are not all queryable yet.</summary>
    public required IReadOnlyList<FileStatus> Pending { get; init; }

    /// <summary>Files stored without claims, with the reason.</summary>
    public required IReadOnlyList<FileStatus> NotExtracted { get; init; }

    /// <summary>Messages in the queue, approximately.</summary>
    public required int QueueDepth { get; init; }

    /// <summary>Messages about articles and about deleted files that failed too often, approximately.</summary>
    public required int PoisonDepth { get; init; }

    /// <summary>Events of files that failed too often, approximately.</summary>
    public required int BlobPoisonDepth { get; init; }

    /// <summary>How long the file that waits longest has waited for the pipeline, in seconds; 0 when none waits.</summary>
    public required long LagSeconds { get; init; }

    /// <summary>Version of what extractions store now: extractor and form of the rows.</summary>
    public required string Version { get; init; }

    /// <summary>Number of files of one article by the version that extracted them.</summary>
    public required IReadOnlyDictionary<string, int> Versions { get; init; }

    public required string ExtractorVersion { get; init; }
}

/// <summary>One file and what became of it. <paramref name="ETag"/> names the version of the file that this is about, where it is known.</summary>
public sealed record FileStatus(
    string File,
    string State,
    string? Reason,
    DateTimeOffset Time,
    IReadOnlyList<string> Articles,
    [property: JsonPropertyName("etag")] string? ETag = null,
    string? ContentHash = null);
