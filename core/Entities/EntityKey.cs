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

    /// <param name="name">The name that the id is made of.</param>
    /// <param name="type">What it names.</param>
    /// <param name="scope">What <see cref="Scope"/> gives for the article when only that can tell it apart, else null.</param>
    public static string Of(string name, EntityType type, string? scope = null)
    {
        const int mostOnStack = 512;
        var most = Math.Max(LongestSlug, 3 * name.Length);
        var letters = most <= mostOnStack ? stackalloc char[mostOnStack] : new char[most];
        ReadOnlySpan<char> slug = letters[..Slug(name, type == EntityType.Organization, letters)];
        if (slug.Length is 0 or > LongestSlug) slug = $"{(slug.Length > LongestSlug ? slug[..LongestSlug] : "x")}-{ArticleId.Short(name)}";
        var prefix = type switch
        {
            EntityType.Person => "person.",
            EntityType.Organization => "organization.",
            EntityType.Place => "place.",
            EntityType.UnnamedSource => "source.",
            _ => "other.",
        };
        return scope is null ? string.Concat(prefix, slug) : string.Concat(prefix, slug, ".", scope);
    }

    /// <summary>What an article adds to the ids of entities that only it can tell apart.</summary>
    public static string Scope(string articleId) => articleId.All(char.IsAsciiLetterOrDigit) && articleId.Length <= 40 ? articleId : ArticleId.Short(articleId);

    private static bool Parts(char c) => c is '-' or '–' or '/' || char.IsWhiteSpace(c);

    private static int Slug(ReadOnlySpan<char> name, bool inOneSpelling, Span<char> slug)
    {
        var length = 0;
        while (!name.IsEmpty)
        {
            var end = 0;
            while (end < name.Length && !Parts(name[end])) end++;
            var first = length == 0 ? 0 : length + 1;
            var word = slug.Slice(first, Fold.Write(name[..end], slug[first..]));
            name = name[Math.Min(end + 1, name.Length)..];
            if (word.IsEmpty) continue;
            if (first > 0) slug[length] = '-';
            length = first + word.Length;
            if (!inOneSpelling || EntityLexicon.Default.StateBodies.VariantOf(word) is not { } spelling) continue;
            spelling.CopyTo(slug[first..]);
            length = first + spelling.Length;
        }

        return length;
    }
}
