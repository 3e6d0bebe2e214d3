using NewsIngest.Articles;
using NewsIngest.Parsing;

namespace NewsIngest.Tests.Entities;

/// <summary>Articles for tests, parsed as a dropped text file would be.</summary>
internal static class EntityArticle
{
    public static Article Of(string text, string id = "0123456789abcdef0123") => new()
    {
        Id = id,
        Revision = "0000000000000000",
        Source = new ArticleSource("articles", "case.txt", null, "text/plain"),
        Language = "en",
        Text = text,
        Blocks = [.. TextBlocks.Find(text).Select(b => b with { Role = b.Role == BlockRole.Title ? BlockRole.Body : b.Role })],
        ContentHash = new string('0', 64),
    };
}
