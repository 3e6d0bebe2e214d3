namespace NewsIngest.Bench.Cost;

/// <summary>What articles took from the drop until they could be queried.</summary>
internal sealed record CostResult
{
    public const double MostCallsMedian = 28;
    public const double MostCallsP95 = 40;

    public required string Commit { get; init; }

    public required int Files { get; init; }

    public required int Articles { get; init; }

    public required int Failed { get; init; }

    /// <summary>Calls for an article, with its part of those for its file. A call that brought many messages counts in full for each.</summary>
    public required double CallsMedian { get; init; }

    public required double CallsP95 { get; init; }

    public required double CallsMost { get; init; }

    /// <summary>Calls that went out, by the number of articles: what is billed under load.</summary>
    public required double CallsMade { get; init; }

    /// <summary>Calls for an article by kind, on average, counted as <see cref="CallsMedian"/> is.</summary>
    public required IReadOnlyDictionary<string, double> CallsByKind { get; init; }

    /// <summary>Calls for no article: empty polls, the watcher that stands in for Event Grid, start.</summary>
    public required IReadOnlyDictionary<string, int> OtherCalls { get; init; }

    /// <summary>Time of a core for an article in the host, its start left out.</summary>
    public required double ProcessorMs { get; init; }

    public required double BlobBytes { get; init; }

    public required double TableBytes { get; init; }

    /// <summary>Rows of an article in the index.</summary>
    public required double IndexRows { get; init; }

    /// <summary>Part of all rows of the index that lies in its largest partition; a tenth would be even.</summary>
    public required double BusiestPartition { get; init; }

    /// <summary>Dollars for a million articles by line.</summary>
    public required IReadOnlyDictionary<string, double> UsdByLine { get; init; }

    /// <summary>Sum of <see cref="UsdByLine"/>: on instances that always have something to do.</summary>
    public double UsdPerMillion => UsdByLine.Values.Sum();

    /// <summary>The same where every article comes alone, to an idle instance, and every run is charged the shortest time there is.</summary>
    public required double UsdPerMillionAlone { get; init; }

    public bool Holds => Failed == 0 && Articles > 0 && CallsMedian <= MostCallsMedian && CallsP95 <= MostCallsP95;
}
