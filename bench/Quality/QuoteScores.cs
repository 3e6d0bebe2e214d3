namespace NewsIngest.Bench.Quality;

/// <summary>Precision, recall and F1, in per cent.</summary>
internal sealed record Prf(double P, double R, double F1)
{
    public static Prf Of(double hitsPredicted, int predicted, double hitsGold, int gold)
    {
        var p = predicted == 0 ? 0 : hitsPredicted / predicted;
        var r = gold == 0 ? 0 : hitsGold / gold;
        return new Prf(100 * p, 100 * r, p + r > 0 ? 200 * p * r / (p + r) : 0);
    }
}

/// <summary>The scores of one data set; null where the set does not hold what the score needs.</summary>
internal sealed record QuoteScores
{
    public required int Gold { get; init; }

    public required int Predicted { get; init; }

    public required Prf ExactTrimmed { get; init; }

    public required Prf Soft { get; init; }

    /// <summary>Soft score over direct and mixed items alone.</summary>
    public Prf? SoftQuoted { get; init; }

    public required Prf Joint { get; init; }

    public double? Speaker { get; init; }

    public double? Cue { get; init; }

    public double? ResolvedName { get; init; }

    public int Resolved { get; init; }

    public int RightPronouns { get; init; }

    public int Pronouns { get; init; }

    public required IReadOnlyDictionary<string, double?> Recall { get; init; }
}
