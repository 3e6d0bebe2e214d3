using NewsIngest.Claims.Quotes;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>What a quotation looks like from its own words.</summary>
internal static class QuoteShape
{
    private const int FragmentWords = 5;
    private const int ShortSentence = 3;

    /// <summary>Whether it is long enough to be speech of its own.</summary>
    public static bool IsSentence(ArticleReading r, Quotation quote)
    {
        var words = r.TokenAtOrAfter(quote.End) - r.TokenAtOrAfter(quote.Start);
        return words > FragmentWords || words > ShortSentence && EndsSentence(r, quote);
    }

    /// <summary>Whether the quotation begins like a sentence, and not in the middle of the reporter’s.</summary>
    public static bool OpensSentence(ArticleReading r, Quotation quote)
    {
        if (!IsSentence(r, quote)) return false;
        var text = r.Article.Text;
        var first = quote.Start;
        while (first < quote.End - 1 && !char.IsLetterOrDigit(text[first])) first++;
        return !char.IsLower(text[first]);
    }

    /// <summary>"This is it!": too short for a sentence by its length, but marked as one.</summary>
    public static bool IsShortExclamation(ArticleReading r, Quotation quote) =>
        LastMark(r, quote) is '!' or '?' && r.Token(r.TokenAtOrAfter(quote.Start)).Start == r.Token(r.SentenceAt(r.TokenAtOrAfter(quote.Start)).FirstToken).Start;

    /// <summary>Whether a finite verb stands in the quotation.</summary>
    public static bool HasFiniteVerb(ArticleReading r, Quotation quote) => r.HasFinite(r.TokenAtOrAfter(quote.Start), r.TokenAtOrAfter(quote.End));

    public static bool EndsSentence(ArticleReading r, Quotation quote) => LastMark(r, quote) is '.' or '?' or '!' or '…';

    /// <summary>Last character that is neither a quote mark nor a blank.</summary>
    public static char LastMark(ArticleReading r, Quotation quote)
    {
        var text = r.Article.Text;
        var last = quote.End - 1;
        while (last > quote.Start && (QuoteMarks.IsAny(text[last]) || char.IsWhiteSpace(text[last]))) last--;
        return text[last];
    }
}
