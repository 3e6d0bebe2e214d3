using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Quotes;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>Names of books, films and programmes in quote marks, which nobody says: "in his book, “A Year at Sea.”", "on the station's “Breakfast Club”".</summary>
internal static class WorkTitles
{
    /// <summary>In tokens, quote marks included.</summary>
    private const int Longest = 12;

    /// <summary>In characters: "of", "the", "and" are small in a title.</summary>
    private const int LongestSmallWord = 3;

    private static readonly WordSet Works = WordList.Of("work");

    /// <summary>Whether the quotation is such a name: in title case, behind a word for a work or a possessive.</summary>
    public static bool Contain(ArticleReading r, Quotation quote)
    {
        var first = r.TokenAtOrAfter(quote.Start);
        var end = r.TokenAtOrAfter(quote.End);
        return end - first <= Longest && IsNamed(r, first) && IsTitleCase(r, first, end);
    }

    private static bool IsNamed(ArticleReading r, int first)
    {
        var before = r.IsComma(first - 1) ? first - 2 : first - 1;
        return before >= r.SentenceAt(first).FirstToken && (r.Tag(before) == PennTag.Pos && before == first - 1 || Works.Contains(r.Form(before)));
    }

    private static bool IsTitleCase(ArticleReading r, int first, int end)
    {
        var capitals = 0;
        for (var i = first; i < end; i++)
        {
            if (r.Text.Has(i, WordLook.StartsUpper)) capitals++;
            else if (r.Text.Has(i, WordLook.StartsSmall) && (capitals == 0 || r.Form(i).Length > LongestSmallWord)) return false;
        }

        return capitals > 1;
    }
}
