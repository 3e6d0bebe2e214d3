using NewsIngest.Articles;

namespace NewsIngest.Storage.Index;

/// <summary>How copies of an article are found: by keys that they share with it, then by their signatures. Both depend on the article alone.</summary>
internal static class CopyKeys
{
    /// <summary>The keys under which an article is found, at most eight; for one too short for a sketch, one that only the same bytes give.</summary>
    public static IReadOnlyList<string> Of(Article article) =>
        article.Sketch is null ? [ArticleSignature.OfContent(article.ContentHash)] : ArticleMarks.Of(article.Text, article.Blocks);

    /// <summary>The keys under which its copies are looked for.</summary>
    public static IEnumerable<string> Asked(Article article) => Of(article).Take(ArticleMarks.Asked);

    public static string Signature(Article article) => article.Sketch is { } sketch ? ArticleSketch.Signature(sketch) : ArticleSignature.OfContent(article.ContentHash);
}
