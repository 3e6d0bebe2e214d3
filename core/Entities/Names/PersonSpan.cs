using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Names;

/// <summary>Where a person's bare name begins in a span that may hold titles.</summary>
internal static class PersonSpan
{
    private const WordClass Titles = WordClass.Honorific | WordClass.RoleHead | WordClass.RoleModifier;
    private const WordClass Names = WordClass.Given | WordClass.Surname;

    /// <summary>The first token after honorifics and titles; a span of titles only is left as it is.</summary>
    public static int AfterTitles(LexiconMatches lexicon, int first, int end)
    {
        var at = first;
        while (at < end - 1 && (lexicon.Word(at) & Titles) != 0 && (lexicon.Word(at) & Names) == 0) at++;
        return at;
    }
}
