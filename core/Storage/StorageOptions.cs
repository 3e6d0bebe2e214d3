namespace NewsIngest.Storage;

/// <summary>Limits of the pipeline; the section <c>NewsIngest</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string Section = "NewsIngest";

    /// <summary>Larger files are refused before they are read. 10 MiB unless configured.</summary>
    public long MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How often an ingest or extraction starts over when another instance changed the same article meanwhile.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How many pages of 1,000 rows of each of the sixteen partitions the status counts before it answers "at least".</summary>
    public int MaxStatusPages { get; set; } = 10;

    /// <summary>Whether containers, queues and tables that are missing are created at start. Switch it off where the deployment made them.</summary>
    public bool CreateStorage { get; set; } = true;

    /// <summary>How long after a deletion was begun a message makes sure that it was finished. A minute unless configured.</summary>
    public TimeSpan DeletionCheck { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a run that ingests a file waits for a storage that throttles or is away, before it gives the event back to the host.</summary>
    public TimeSpan OutagePatience { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>How long the storage may say nothing, in the middle of an answer too, before a call is tried again. Half a minute unless configured.</summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The user's own names: path of a file, or <c>container/name</c> of a blob. None unless configured.</summary>
    public string? Gazetteer { get; set; }
}
