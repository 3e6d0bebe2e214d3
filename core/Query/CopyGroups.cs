using NewsIngest.Articles;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>
/// Which articles of an answer are copies of each other. Nothing about that is stored: it follows from what the rows say of each article alone, so that
/// it does not matter which copy came first, came twice or was deleted.
/// </summary>
internal sealed class CopyGroups
{
    /// <summary>Below this share of common word runs two articles are two stories, though one may quote the other.</summary>
    public const double LeastSimilarity = 0.6;

    private const int MaxListed = 100;

    private readonly Dictionary<string, Entry> articles = new(StringComparer.Ordinal);
    private Dictionary<string, CopyOf>? originals;
    private int groups;

    public void Add(IndexDocument document) => Add(document.Article, document.Signature);

    /// <returns>Whether it is there for the first time.</returns>
    public bool Add(ArticleLine article, string? signature)
    {
        if (!articles.TryAdd(article.Id, new Entry(article, signature))) return false;
        originals = null;
        return true;
    }

    /// <summary>How many groups there are: copies, and copies of copies, are one.</summary>
    public int Count()
    {
        Find();
        return groups;
    }

    /// <summary>The line of an added article, with the earliest of those it is a copy of.</summary>
    public ArticleLine Marked(ArticleLine line) => Find().TryGetValue(line.Id, out var copy) ? line with { DuplicateOf = copy } : line;

    /// <summary>Which of the others are copies of an article, earliest first and no more than a hundred, and which of them is its original.</summary>
    public static (CopyOf? Original, IReadOnlyList<ArticleCopy> Copies) Of(ArticleLine line, string signature, IEnumerable<StoredRow> others)
    {
        var own = new Entry(line, signature);
        var copies = new List<(Entry Entry, double Similarity)>();
        foreach (var other in others)
        {
            if (other.ArticleId == line.Id || other.Signature is not { } text) continue;
            var similarity = own.Signature!.Value.SimilarityTo(new ArticleSignature(text));
            if (similarity >= LeastSimilarity) copies.Add((new Entry(other.Document.Article, text), Math.Round(similarity, 2)));
        }

        copies.Sort((one, other) => one.Entry.CompareTo(other.Entry));
        var original = copies.Count > 0 && copies[0].Entry.CompareTo(own) < 0 ? new CopyOf(copies[0].Entry.Line.Id, copies[0].Similarity) : null;
        return (original, [.. copies.Take(MaxListed).Select(copy => new ArticleCopy(copy.Entry.Line, copy.Similarity))]);
    }

    /// <summary>The earliest published article that each copy is a copy of, by id where both are as old.</summary>
    private Dictionary<string, CopyOf> Find()
    {
        if (originals is not null) return originals;
        originals = new Dictionary<string, CopyOf>(StringComparer.Ordinal);
        Entry[] sorted = [.. articles.Values.Order()];
        var parents = Enumerable.Range(0, sorted.Length).ToArray();
        groups = sorted.Length;
        // In one place: an answer compares each with each.
        var signed = sorted.Index().Where(entry => entry.Item.Signature is not null).Select(entry => (At: entry.Index, Signature: entry.Item.Signature!.Value)).ToArray();
        for (var i = 1; i < signed.Length; i++)
        {
            ref readonly var later = ref signed[i];
            for (var j = 0; j < i; j++)
            {
                ref readonly var earlier = ref signed[j];
                if (!later.Signature.MayBeSimilar(in earlier.Signature, LeastSimilarity)) continue;
                var similarity = later.Signature.SimilarityTo(in earlier.Signature);
                if (similarity < LeastSimilarity) continue;
                originals.TryAdd(sorted[later.At].Line.Id, new CopyOf(sorted[earlier.At].Line.Id, Math.Round(similarity, 2)));
                var (one, other) = (Root(later.At), Root(earlier.At));
                if (one == other) continue;
                parents[one] = other;
                groups--;
            }
        }

        return originals;

        int Root(int i)
        {
            while (parents[i] != i) i = parents[i] = parents[parents[i]];
            return i;
        }
    }

    /// <summary>An article with what it is compared by, read once: an answer compares each with each. In order of publication, undated ones last.</summary>
    private sealed class Entry(ArticleLine line, string? signature) : IComparable<Entry>
    {
        private readonly DateTimeOffset published = IndexKey.Instant(line.PublishedAt) ?? DateTimeOffset.MaxValue;

        public ArticleLine Line { get; } = line;

        public ArticleSignature? Signature { get; } = signature is null ? null : new ArticleSignature(signature);

        public int CompareTo(Entry? other)
        {
            if (other is null) return 1;
            var byDate = published.CompareTo(other.published);
            return byDate != 0 ? byDate : string.CompareOrdinal(Line.Id, other.Line.Id);
        }
    }
}
