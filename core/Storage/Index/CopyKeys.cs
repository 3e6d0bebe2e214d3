using NewsIngest.Articles;

namespace NewsIngest.Storage.Index;

/// <summary>How copies of an article are found: by keys that they share with it, then by their signatures. Both depend on the article alone.</summary>
internal static class CopyKeys
{
    private const int HashLength = 40;

    /// <summary>The keys under which an article is found, at most eight; for one too short for a sketch, one that only the same bytes give.</summary>
    public static IReadOnlyList<string> Of(Article article) =>
        article.Sketch is null ? [ByContent(article)] : ArticleMarks.Of(article.Text, article.Blocks);

    /// <summary>The keys under which its copies are looked for.</summary>
    public static IEnumerable<string> Asked(Article article) => Of(article).Take(ArticleMarks.Asked);

    public static string Signature(Article article) => article.Sketch is { } sketch ? ArticleSketch.Signature(sketch) : ByContent(article);

    /// <summary>0 to 1, by the signatures.</summary>
    public static double Similarity(string one, string other)
    {
        if (one == other) return 1;
        return IsByContent(one) || IsByContent(other) ? 0 : ArticleSketch.SignatureSimilarity(one, other);
    }

    private static string ByContent(Article article) => "x" + article.ContentHash[..HashLength];

    private static bool IsByContent(string signature) => signature.Length == HashLength + 1;
}
