using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>The mentions made so far while a text is read from left to right, and who stands out at a given point.</summary>
internal sealed class Discourse(EntityText text)
{
    private const int Window = 6;
    private const int LongestMemory = 600;
    private readonly List<MentionDraft> mentions = [];

    public void Add(MentionDraft mention) => mentions.Add(mention);

    /// <summary>The cluster most likely meant at <paramref name="token"/> among those that <paramref name="fits"/> lets through; null when none is near.</summary>
    public Cluster? MostSalient(int token, Func<MentionDraft, bool> fits)
    {
        var sentence = text.SentenceOf(token);
        Cluster? best = null;
        var bestScore = double.MinValue;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            var distance = sentence - text.SentenceOf(mention.First);
            if (distance > Window) break;
            if (mention.First >= token || mention.Cluster is null || !fits(mention)) continue;
            var score = Score(mention, distance) + (i * 1e-4);
            if (score <= bestScore) continue;
            (best, bestScore) = (mention.Cluster, score);
        }

        return best;
    }

    /// <summary>The last of the many mentions before the token that fits; what lies further back is forgotten.</summary>
    public Cluster? MostRecent(int token, Func<Cluster, bool> fits)
    {
        for (var i = mentions.Count - 1; i >= Math.Max(0, mentions.Count - LongestMemory); i--)
        {
            if (mentions[i].First < token && mentions[i].Cluster is { } cluster && fits(cluster)) return cluster;
        }

        return null;
    }

    private double Score(MentionDraft mention, int distance)
    {
        var score = distance switch { 0 => 6.0, 1 => 5.0, 2 => 2.5, 3 => 1.5, _ => 0.5 };
        if (mention.IsSubject) score += 3;
        if (text.IsPossessiveMark(mention.End)) score -= 1.5;
        if (text.IsQuoted(mention.First)) score -= 2;
        if (mention.Cluster!.Gender != Gender.Unknown) score += 0.5;
        return score;
    }
}
