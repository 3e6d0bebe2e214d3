namespace NewsIngest.Local.Azurite;

/// <summary>How to run the emulator.</summary>
internal sealed record AzuriteOptions
{
    /// <summary>Port 0 lets the system choose a free one.</summary>
    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }

    /// <summary>Where the data is kept; null keeps it in memory only.</summary>
    public string? DataFolder { get; init; }

    public IReadOnlyList<AzuriteAccount> Accounts { get; init; } = [AzuriteAccount.Default];

    /// <summary>How long the emulator may take to answer on all three ports.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
