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

    // By the number of the form, and by that of the run, Kinds entries each.
    private readonly int[] byToken;
    private readonly int[] inLonger;
    private readonly int[] byRun;
    private readonly KeyNumbers runs;
    private readonly byte[] kindAt;

    public DocumentVotes(NameDocument document, IReadOnlyList<NameSpan> firstPass)
    {
        var work = document.Text.Work;
        var count = document.Text.Tokens.Length;
        kindAt = work.Rent<byte>(count);
        byToken = work.Rent<int>(document.FormCount * Kinds);
        inLonger = work.Rent<int>(document.FormCount * Kinds);
        var runStarts = 0;
        for (var i = document.NextCapital(0); i < count; i = document.NextCapital(i + 1)) runStarts += StartsRun(document, i) ? 1 : 0;
        byRun = work.Rent<int>(runStarts * Kinds);
        runs = new KeyNumbers(work);
        foreach (var name in firstPass)
        {
            for (var i = name.First; i < name.End; i++)
            {
                kindAt[i] = (byte)(1 + name.Type);
                if (name.Length > 1) inLonger[(document.FormNumber(i) * Kinds) + 1 + (int)name.Type]++;
            }
        }

        for (var i = document.NextCapital(0); i < count; i = document.NextCapital(i + 1))
        {
            if (!document.IsCandidate[i]) continue;
            byToken[(document.FormNumber(i) * Kinds) + kindAt[i]]++;
            if (!StartsRun(document, i)) continue;
            byRun[(runs.Add(RunKey(document, i)) * Kinds) + KindOfRun(document, i)]++;
        }
    }

    public void Add(ref FeatureList list, NameDocument document, int i)
    {
        list.Add(OwnTemplate, kindAt[i]);
        if (!document.StartsUpper(i)) return;
        var form = document.FormNumber(i);
        if (Majority(byToken, form, kindAt[i]) is var (kind, share))
        {
            list.Add(TokenTemplate, kind);
            list.Add(ShareTemplate, kind, share);
        }

        if (Majority(inLonger, form, -1) is var (longerKind, _)) list.Add(InLongerTemplate, longerKind, kindAt[i]);
        else list.Add(InLongerTemplate, Kinds, kindAt[i]);
        var first = document.RunFirst[i];
        if (runs.Find(RunKey(document, first)) is >= 0 and var run && Majority(byRun, run, KindOfRun(document, first)) is var (runKind, runShare))
        {
            list.Add(RunTemplate, runKind, runShare);
        }
    }

    /// <summary>The most frequent kind, one vote for <paramref name="own"/> left out, and how clear it is; null when nobody else voted.</summary>
    private static (uint Kind, uint Share)? Majority(int[] table, int number, int own)
    {
        var counts = table.AsSpan(number * Kinds, Kinds);
        int best = 0, most = -1, total = 0;
        for (var k = 0; k < Kinds; k++)
        {
            var votes = counts[k] - (k == own ? 1 : 0);
            total += votes;
            if (votes > most) (best, most) = (k, votes);
        }

        return total == 0 ? null : ((uint)best, most == total ? 2u : most * 3 >= total * 2 ? 1u : 0u);
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
        for (var i = first; i < document.RunEnd[first]; i++) key = (key * 1099511628211) ^ document.Text.FormHash(i);
        return key;
    }

    private static bool StartsRun(NameDocument document, int i) => document.IsCandidate[i] && document.RunFirst[i] == i;
}
