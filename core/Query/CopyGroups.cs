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

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(ArticleLine Line, string? Signature)> articles = [];

    public void Add(IndexDocument document)
    {
        if (numbers.TryAdd(document.Article.Id, articles.Count)) articles.Add((document.Article, document.Signature));
    }

    /// <summary>How many groups there are: copies, and copies of copies, are one.</summary>
    public int Count()
    {
        var groups = Enumerable.Range(0, articles.Count).ToArray();
        var count = articles.Count;
        for (var i = 1; i < articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (Root(i), Root(j));
                if (one == other || Similarity(articles[i].Signature, articles[j].Signature) < LeastSimilarity) continue;
                groups[one] = other;
                count--;
            }
        }

        return count;

        int Root(int i)
        {
            while (groups[i] != i) i = groups[i] = groups[groups[i]];
            return i;
        }
    }

    /// <summary>The line of an added article, with the earliest of those it is a copy of.</summary>
    public ArticleLine Marked(ArticleLine line)
    {
        if (!numbers.TryGetValue(line.Id, out var number)) return line;
        var (_, signature) = articles[number];
        return Original(line, signature, articles) is { } copy ? line with { DuplicateOf = copy } : line;
    }

    /// <summary>Which of the others are copies of an article, earliest first and no more than a hundred, and which of them is its original.</summary>
    public static (CopyOf? Original, IReadOnlyList<ArticleCopy> Copies) Of(ArticleLine line, string signature, IEnumerable<IndexDocument> others)
    {
        var copies = others
            .Where(other => other.Article.Id != line.Id)
            .Select(other => new ArticleCopy(other.Article, Math.Round(Similarity(signature, other.Signature), 2)))
            .Where(copy => copy.Similarity >= LeastSimilarity)
            .ToList();
        copies.Sort((one, other) => Compare(one.Article, other.Article));
        var original = copies.Count > 0 && Compare(copies[0].Article, line) < 0 ? new CopyOf(copies[0].Article.Id, copies[0].Similarity) : null;
        return (original, copies.Count <= MaxListed ? copies : copies[..MaxListed]);
    }

    /// <summary>The earliest published article of which this is a copy, by id where both are as old; null when there is none before it.</summary>
    private static CopyOf? Original(ArticleLine line, string? signature, IEnumerable<(ArticleLine Line, string? Signature)> others)
    {
        var earliest = line;
        var similarity = 0.0;
        foreach (var (other, otherSignature) in others)
        {
            if (Compare(other, earliest) >= 0) continue;
            var found = Similarity(signature, otherSignature);
            if (found < LeastSimilarity) continue;
            (earliest, similarity) = (other, found);
        }

        return earliest == line ? null : new CopyOf(earliest.Id, Math.Round(similarity, 2));
    }

    private static double Similarity(string? one, string? other) => one is null || other is null ? 0 : CopyKeys.Similarity(one, other);

    private static int Compare(ArticleLine one, ArticleLine other)
    {
        var byDate = (IndexKey.Instant(one.PublishedAt) ?? DateTimeOffset.MaxValue).CompareTo(IndexKey.Instant(other.PublishedAt) ?? DateTimeOffset.MaxValue);
        return byDate != 0 ? byDate : string.CompareOrdinal(one.Id, other.Id);
    }
}
