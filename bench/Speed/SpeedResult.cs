using System.Text.Json;

namespace NewsIngest.Bench.Speed;

/// <summary>All that <c>bench speed</c> measured.</summary>
internal sealed record SpeedResult
{
    public required string Commit { get; init; }

    public required int Texts { get; init; }

    public required long Characters { get; init; }

    public required ProgramSpeed Ours { get; init; }

    public required ProgramSpeed Wink { get; init; }

    public required ProgramSpeed Compromise { get; init; }

    /// <summary>Ours by wink-nlp's, round by round.</summary>
    public required Spread RatioWink { get; init; }

    public required Spread FirstArticleMs { get; init; }

    public required Spread LoadMs { get; init; }

    public required double PeakMegabytes { get; init; }

    public required double AllocatedPerResultByte { get; init; }

    public required int Cores { get; init; }

    public required double CoreSpeedup { get; init; }

    public required IReadOnlyList<LengthResult> ByLength { get; init; }

    /// <summary>Slowest over fastest length, per character.</summary>
    public double LengthSpread => ByLength.Max(l => l.CharactersPerSecond) / ByLength.Min(l => l.CharactersPerSecond);
}

/// <summary>The rounds of one program.</summary>
internal sealed class ProgramSpeed(IReadOnlyList<PassResult> rounds)
{
    /// <summary>Characters per second, the median pass of each round.</summary>
    public Spread Speed { get; } = new([.. rounds.Select(round => round.Median)]);

    /// <summary>Seconds until it no longer got faster.</summary>
    public Spread Warmup { get; } = new([.. rounds.Select(round => round.WarmupSeconds)]);
}

/// <summary>Speed on texts of one length, in UTF-16 characters.</summary>
internal sealed record LengthResult(int Length, double CharactersPerSecond);

/// <summary>The rounds of one measure.</summary>
internal sealed record Spread(IReadOnlyList<double> Rounds)
{
    /// <summary>NaN when nothing was measured.</summary>
    public double Median => Rounds.Count == 0 ? double.NaN : Rounds.Order().ElementAt(Rounds.Count / 2);

    /// <summary>The value that the given part of the rounds does not exceed; NaN when nothing was measured.</summary>
    public double Quantile(double part) => Rounds.Count == 0 ? double.NaN : Rounds.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(part * Rounds.Count) - 1));

    public double Lowest => Rounds.Count == 0 ? double.NaN : Rounds.Min();

    public double Highest => Rounds.Count == 0 ? double.NaN : Rounds.Max();
}

internal static class SpeedJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}
