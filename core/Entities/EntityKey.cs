using System.Text;
using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities;

/// <summary>
/// Ids of entities: type and folded name ("person.ada-roth"), the same in every article. What only this article can tell apart, a bare
/// surname or an unnamed source, carries the article's id.
/// </summary>
internal static class EntityKey
{
    private const int LongestSlug = 160;

    public static string Of(string name, EntityType type, string? scope = null)
    {
        var slug = Slug(name, type == EntityType.Organization);
        if (slug.Length is 0 or > LongestSlug) slug = $"{(slug.Length > LongestSlug ? slug[..LongestSlug] : "x")}-{ArticleId.Short(name)}";
        var prefix = type switch
        {
            EntityType.Person => "person",
            EntityType.Organization => "organization",
            EntityType.Place => "place",
            EntityType.UnnamedSource => "source",
            _ => "other",
        };
        return scope is null ? $"{prefix}.{slug}" : $"{prefix}.{slug}.{Scope(scope)}";
    }

    private static string Scope(string articleId) => articleId.All(char.IsAsciiLetterOrDigit) && articleId.Length <= 40 ? articleId : ArticleId.Short(articleId);

    private static bool Parts(char c) => c is '-' or '–' or '/' || char.IsWhiteSpace(c);

    private static string Slug(string name, bool inOneSpelling)
    {
        var builder = new StringBuilder(name.Length);
        for (var rest = name.AsSpan(); !rest.IsEmpty;)
        {
            var end = 0;
            while (end < rest.Length && !Parts(rest[end])) end++;
            var folded = Fold.Text(rest[..end]);
            rest = rest[Math.Min(end + 1, rest.Length)..];
            if (folded.Length == 0) continue;
            if (builder.Length > 0) builder.Append('-');
            builder.Append(inOneSpelling ? EntityLexicon.Default.StateBodies.Spelling(folded) : folded);
        }

        return builder.ToString();
    }
}
