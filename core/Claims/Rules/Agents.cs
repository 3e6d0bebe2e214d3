using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>The one who acts in a passive: "was welcomed by Ms Lund".</summary>
internal static class Agents
{
    private const int MaxDistance = 14;

    public static TokenRange? Of(RuleContext c)
    {
        var by = ByAfter(c);
        if (by < 0) return null;
        var end = NounPhrases.FullEnd(c.Reading, by + 1, c.Limit);
        return end > by + 1 ? new TokenRange(by + 1, Apposition.EndOfName(c.Reading, end, c.Limit)) : null;
    }

    /// <summary>Token of the "by" that names the agent, or -1.</summary>
    public static int ByAfter(RuleContext c)
    {
        var stop = Math.Min(c.Limit, c.Hit.End + MaxDistance);
        for (var i = c.Hit.End; i < stop; i++)
        {
            if (c.Reading.Is(i, "by") && i + 1 < c.Limit && !Language.PennTag.Vbg.Equals(c.Reading.Tag(i + 1))) return i;
            if (c.Reading.IsComma(i) || c.Reading.Tag(i).IsFinite()) return -1;
        }

        return -1;
    }
}
