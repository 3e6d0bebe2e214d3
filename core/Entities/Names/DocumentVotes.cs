namespace NewsIngest.Entities.Names;

/// <summary>
/// What the first pass made of the same words elsewhere in the text: the non-local features of Krishnan and Manning (2006).
/// </summary>
internal sealed class DocumentVotes
{
    /// <summary>No token gets more.</summary>
    public const int MostFeatures = 8;

    private const int Kinds = NameLabels.Types + 1;
    private const uint TokenTemplate = 800;
    private const uint ShareTemplate = 801;
    private const uint RunTemplate = 802;
    private const uint InLongerTemplate = 803;
    private const uint OwnTemplate = 804;

    private readonly Dictionary<uint, int[]> byToken = [];
    private readonly Dictionary<ulong, int[]> byRun = [];
    private readonly Dictionary<uint, int[]> inLonger = [];
    private readonly byte[] kindAt;

    public DocumentVotes(NameDocument document, IReadOnlyList<NameSpan> firstPass)
    {
        kindAt = new byte[document.Words.Length];
        foreach (var name in firstPass)
        {
            for (var i = name.First; i < name.End; i++)
            {
                kindAt[i] = (byte)(1 + name.Type);
                if (name.Length > 1) Count(inLonger, document.Words[i].Form)[1 + (int)name.Type]++;
            }
        }

        for (var i = 0; i < kindAt.Length; i++)
        {
            if (!document.IsCandidate[i]) continue;
            if (document.Words[i].StartsUpper) Count(byToken, document.Words[i].Form)[kindAt[i]]++;
            if (document.RunFirst[i] == i && document.Words[i].StartsUpper) Count(byRun, RunKey(document, i))[KindOfRun(document, i)]++;
        }
    }

    public void Add(ref FeatureList list, NameDocument document, int i)
    {
        list.Add(OwnTemplate, kindAt[i]);
        if (!document.Words[i].StartsUpper) return;
        if (byToken.TryGetValue(document.Words[i].Form, out var counts) && Majority(counts, kindAt[i]) is var (kind, share))
        {
            list.Add(TokenTemplate, kind);
            list.Add(ShareTemplate, kind, share);
        }

        if (inLonger.TryGetValue(document.Words[i].Form, out var longer) && Majority(longer, -1) is var (longerKind, _)) list.Add(InLongerTemplate, longerKind, kindAt[i]);
        else list.Add(InLongerTemplate, Kinds, kindAt[i]);
        var first = document.RunFirst[i];
        if (byRun.TryGetValue(RunKey(document, first), out var runs) && Majority(runs, KindOfRun(document, first)) is var (runKind, runShare))
        {
            list.Add(RunTemplate, runKind, runShare);
        }
    }

    /// <summary>The most frequent kind, one vote for <paramref name="own"/> left out, and how clear it is; null when nobody else voted.</summary>
    private static (uint Kind, uint Share)? Majority(int[] counts, int own)
    {
        int best = 0, total = 0;
        for (var k = 0; k < Kinds; k++)
        {
            total += Votes(k);
            if (Votes(k) > Votes(best)) best = k;
        }

        return total == 0 ? null : ((uint)best, Votes(best) == total ? 2u : Votes(best) * 3 >= total * 2 ? 1u : 0u);

        int Votes(int k) => counts[k] - (k == own ? 1 : 0);
    }

    private int KindOfRun(NameDocument document, int first)
    {
        var kind = kindAt[first];
        for (var i = first; i < document.RunEnd[first]; i++)
        {
            if (kindAt[i] != kind) return 0;
        }

        return kind;
    }

    private static ulong RunKey(NameDocument document, int first)
    {
        var key = 17ul;
        for (var i = first; i < document.RunEnd[first]; i++) key = (key * 1099511628211) ^ document.Words[i].Form;
        return key;
    }

    private static int[] Count<TKey>(Dictionary<TKey, int[]> table, TKey key)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var counts)) table.Add(key, counts = new int[Kinds]);
        return counts;
    }
}
