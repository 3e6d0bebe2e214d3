using NewsIngest.Bench.Speed;

namespace NewsIngest.Bench.Flow;

/// <summary>How fast files become queryable.</summary>
internal sealed record FlowResult
{
    public required string Commit { get; init; }

    public required int Files { get; init; }

    public required int Articles { get; init; }

    public required Spread ArticlesPerSecond { get; init; }

    /// <summary>The same storage calls alone.</summary>
    public required Spread FloorArticlesPerSecond { get; init; }

    /// <summary>The one by the other, round by round.</summary>
    public required Spread OfFloor { get; init; }

    /// <summary>Processor time of the host for an article, in milliseconds.</summary>
    public required Spread HostMs { get; init; }

    /// <summary>Processor time of the emulator for an article, in milliseconds. It has one thread, so that its inverse is the most it can do.</summary>
    public required Spread StorageMs { get; init; }

    /// <summary>The same in the floor.</summary>
    public required Spread FloorMs { get; init; }

    /// <summary>Calls that failed in the floor alone.</summary>
    public required int FloorRefused { get; init; }

    /// <summary>Rows and blobs that differ between rounds, whose files came in another order.</summary>
    public required int Differences { get; init; }

    /// <summary>From the drop of one file on an idle host until it can be queried.</summary>
    public required Spread IdleSeconds { get; init; }

    public required Flood? Flood { get; init; }

    public bool Holds => Differences == 0 && Flood is not { Missing: > 0 };
}

/// <summary>Many files at once.</summary>
internal sealed record Flood(int Files, int Missing, double Seconds, IReadOnlyList<FloodSample> Samples);

/// <summary>What the host took at a moment.</summary>
internal sealed record FloodSample(double Seconds, double Megabytes);
