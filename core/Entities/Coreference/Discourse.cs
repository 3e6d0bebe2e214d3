using NewsIngest.Entities.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Entities.Coreference;

/// <summary>The mentions made so far while a text is read from left to right, and who stands out at a given point.</summary>
internal sealed class Discourse(EntityText text)
{
    private const int Window = 6;
    private const int MostSalientOf = 150;
    private const int LongestMemory = 400;
    private readonly List<MentionDraft> mentions = text.Scratch.Read;
    private int questions;

    public void Add(MentionDraft mention) => mentions.Add(mention);

    /// <summary>The cluster most likely meant at <paramref name="token"/> among those that <paramref name="fits"/>, given <paramref name="asked"/>, lets through; null when none is near.</summary>
    public Cluster? MostSalient<T>(int token, T asked, Func<MentionDraft, T, bool> fits)
    {
        var sentence = text.SentenceOf(token);
        Cluster? best = null;
        var bestScore = double.MinValue;
        var last = LastBefore(token);
        for (var i = last; i >= Math.Max(0, last - MostSalientOf); i--)
        {
            var mention = mentions[i];
            var distance = sentence - text.SentenceOf(mention.First);
            if (distance > Window) break;
            if (mention.First >= token || mention.Cluster is null || !fits(mention, asked)) continue;
            var score = Score(mention, distance) + (i * 1e-4);
            if (score <= bestScore) continue;
            (best, bestScore) = (mention.Cluster, score);
        }

        return best;
    }

    /// <summary>The last of the many mentions before the token that fits well, else the last that fits at all; what lies further back is forgotten.</summary>
    public Cluster? MostRecent<T>(int token, T asked, Func<Cluster, T, Fit> fits)
    {
        Cluster? fair = null;
        questions++;
        var last = LastBefore(token);
        for (var i = last; i >= Math.Max(0, last - LongestMemory); i--)
        {
            if (mentions[i].First >= token || mentions[i].Cluster is not { } cluster || cluster.LastTested == questions) continue;
            cluster.LastTested = questions;
            var fit = fits(cluster, asked);
            if (fit == Fit.Good) return cluster;
            if (fit == Fit.Fair) fair ??= cluster;
        }

        return fair;
    }

    /// <summary>Whom the sentence of the token has named as a subject last before it; null when it has named none.</summary>
    public Cluster? SubjectBefore(int token)
    {
        var sentence = text.SentenceOf(token);
        var last = LastBefore(token);
        for (var i = last; i >= Math.Max(0, last - MostSalientOf) && text.SentenceOf(mentions[i].First) >= sentence; i--)
        {
            if (mentions[i] is { IsSubject: true, Cluster: { } cluster } mention && mention.First < token) return cluster;
        }

        return null;
    }

    /// <summary>Index of the last mention that can lie before a token, itself or a few after it: those of one phrase are not in order.</summary>
    private int LastBefore(int token)
    {
        const int phrase = 4;
        var first = Ordered.FirstNotBefore(0, mentions.Count, (mentions, token), static (i, of) => of.mentions[i].First < of.token);
        return Math.Min(mentions.Count - 1, first + phrase);
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
