using NewsIngest.Articles;
using NewsIngest.Claims;

namespace NewsIngest.Bench.Quality;

/// <summary>
/// Scores claims against attributions. Exact: equal spans after trimming. Soft: one-to-one by word overlap (Johansson and Moschitti 2013).
/// Joint: overlap (IoU) of at least 0.3 and the right speaker. All are micro averages over all items of a data set.
/// </summary>
internal sealed class QuoteScorer
{
    private const double Hit = 0.3;
    private int gold, predicted, exact, joint, speakers, rightSpeakers, cues, rightCues, resolved, rightResolved, pronouns, rightPronouns;
    private double softPrecision, softRecall;
    private readonly Dictionary<string, (int Gold, int Hit)> kinds = new(StringComparer.Ordinal) { ["direct"] = default, ["mixed"] = default, ["indirect"] = default };

    private sealed record Item<T>(T Value, IReadOnlyList<TextSpan> Content, HashSet<int> Words);

    public void Add(GoldText text, IReadOnlyList<Claim> claims)
    {
        var words = ScoreText.Words(text.Text);
        var g = text.Attributions.Select(a => new Item<GoldAttribution>(a, a.Content, ScoreText.Touched(a.Content, words))).ToList();
        var p = claims.Select(c => new Item<Claim>(c, c.Content, ScoreText.Touched(c.Content, words))).ToList();
        gold += g.Count;
        predicted += p.Count;
        exact += Common(g.Select(i => ScoreText.Trimmed(text.Text, i.Content)), p.Select(i => ScoreText.Trimmed(text.Text, i.Content)));
        foreach (var item in g) kinds[item.Value.Kind] = kinds.GetValueOrDefault(item.Value.Kind) is var k ? (k.Gold + 1, k.Hit) : default;
        foreach (var (i, j, overlap, common) in Align(g, p)) Score(text.Text, g[i], p[j], overlap, common);
    }

    public QuoteScores Scores() => new()
    {
        Gold = gold,
        Predicted = predicted,
        ExactTrimmed = Prf.Of(exact, predicted, exact, gold),
        Soft = Prf.Of(softPrecision, predicted, softRecall, gold),
        Joint = Prf.Of(joint, predicted, joint, gold),
        Speaker = Percent(rightSpeakers, speakers),
        Cue = Percent(rightCues, cues),
        ResolvedName = Percent(rightResolved, resolved),
        Resolved = resolved,
        RightPronouns = rightPronouns,
        Pronouns = pronouns,
        Recall = kinds.ToDictionary(k => k.Key, k => Percent(k.Value.Hit, k.Value.Gold)),
    };

    private static double? Percent(int part, int all) => all == 0 ? null : 100.0 * part / all;

    private void Score(string text, Item<GoldAttribution> g, Item<Claim> p, double overlap, int common)
    {
        softPrecision += (double)common / p.Words.Count;
        softRecall += (double)common / g.Words.Count;
        if (overlap < Hit) return;
        var (attribution, claim) = (g.Value, p.Value);
        kinds[attribution.Kind] = kinds[attribution.Kind] is var k ? (k.Gold, k.Hit + 1) : default;
        var right = SpeakerRules.Judge(text, attribution, claim.Speaker);
        if (attribution.Source.Count > 0 || attribution.HasSpeaker)
        {
            speakers++;
            if (right) rightSpeakers++;
            if (attribution.Resolved) CountResolved(attribution, claim);
        }

        if (right) joint++;
        if (attribution.Cue.Count == 0 || claim.Cue is not { } cue) return;
        cues++;
        if (attribution.Cue.Any(c => cue.Start < c.End && cue.End > c.Start)) rightCues++;
    }

    private void CountResolved(GoldAttribution attribution, Claim claim)
    {
        var right = ScoreText.SameName(claim.Speaker?.Name, attribution.Names);
        resolved++;
        if (right) rightResolved++;
        if (!attribution.Pronoun) return;
        pronouns++;
        if (right) rightPronouns++;
    }

    private static int Common(IEnumerable<string> gold, IEnumerable<string> predicted)
    {
        var left = gold.GroupBy(k => k, StringComparer.Ordinal).ToDictionary(k => k.Key, k => k.Count(), StringComparer.Ordinal);
        return predicted.GroupBy(k => k, StringComparer.Ordinal).Sum(k => Math.Min(k.Count(), left.GetValueOrDefault(k.Key)));
    }

    /// <summary>Greedy one-to-one alignment, best overlap first.</summary>
    private static IEnumerable<(int Gold, int Predicted, double Overlap, int Common)> Align(List<Item<GoldAttribution>> g, List<Item<Claim>> p)
    {
        var pairs = new List<(int Gold, int Predicted, double Overlap, int Common)>();
        for (var i = 0; i < g.Count; i++)
        {
            for (var j = 0; j < p.Count; j++)
            {
                var common = g[i].Words.Count(p[j].Words.Contains);
                if (common > 0) pairs.Add((i, j, (double)common / (g[i].Words.Count + p[j].Words.Count - common), common));
            }
        }

        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        foreach (var pair in pairs.OrderByDescending(x => x.Overlap).ThenBy(x => x.Gold).ThenBy(x => x.Predicted))
        {
            if (usedGold.Contains(pair.Gold) || usedPredicted.Contains(pair.Predicted)) continue;
            usedGold.Add(pair.Gold);
            usedPredicted.Add(pair.Predicted);
            yield return pair;
        }
    }
}
