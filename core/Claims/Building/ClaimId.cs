using System.Globalization;
using NewsIngest.Articles;

namespace NewsIngest.Claims.Building;

/// <summary>Ids of claims: the same article and content give the same id.</summary>
internal static class ClaimId
{
    private const int MostOnStack = 512;

    /// <summary>Two numbers, a hyphen and a semicolon.</summary>
    private const int LongestSpan = 22;

    public static string Of(string articleId, IReadOnlyList<TextSpan> content)
    {
        var most = articleId.Length + 1 + (content.Count * LongestSpan);
        var key = most <= MostOnStack ? stackalloc char[MostOnStack] : new char[most];
        articleId.CopyTo(key);
        key[articleId.Length] = '\n';
        var length = articleId.Length + 1;
        for (var i = 0; i < content.Count; i++)
        {
            if (i > 0) key[length++] = ';';
            key[length..].TryWrite(CultureInfo.InvariantCulture, $"{content[i].Start}-{content[i].End}", out var written);
            length += written;
        }

        return ArticleId.Short(key[..length]);
    }
}
