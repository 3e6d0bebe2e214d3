using NewsIngest.Claims.Quotes;
using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Whether reported words end with a quotation inside them: what stands after its closing mark is then the reporter’s.</summary>
internal static class QuoteBounds
{
    private const int Near = 4;
    private const int Far = 12;

    /// <summary>A comma at the end of quoted words, or a dash after them, and then no conjunction: "the “worst deal ever,” claiming that …".</summary>
    public static bool EndsClause(ArticleReading r, int quote, int next)
    {
        if (r.IsDash(next)) return true;
        if (!AfterComma(r, quote, ref next)) return false;
        return r.Tag(next) is PennTag.Vbg or PennTag.Dt || r.Is(next, "in") && next + 1 < r.TokenCount && r.Is(next + 1, "an") || r.Is(next, "as") || r.Is(next, "while") || r.Is(next, "although") || r.Is(next, "though") || r.Is(next, "when") || r.Is(next, "after");
    }

    /// <summary>The same for an object: also before a verb, a relative clause, "in a speech", "on Monday" and a conjunction that joins a new clause.</summary>
    public static bool EndsPhrase(ArticleReading r, int quote, int next, int limit)
    {
        if (AfterComma(r, quote, ref next)) return !QuotesWithin(r, next, limit, Near);
        var tag = r.Tag(next);
        if (tag.IsRelative()) return !QuotesWithin(r, next, limit, Far);
        if (r.IsDash(next) || tag.IsFinite() || tag == PennTag.Vbg) return true;
        if (tag == PennTag.Cc) return !QuotesWithin(r, next, limit, Near) && next + 1 < limit && (r.Tag(next + 1).IsVerb() && r.Tag(next + 1) != PennTag.Vb || r.Tag(next + 1).IsAdverb() || ComplementReader.StartsClause(r, next + 1, limit));
        return next + 1 < limit && (r.Is(next, "on") && TimeWords.Contains(r.Form(next + 1)) || r.Is(next, "in") && (r.Is(next + 1, "a") || r.Is(next + 1, "an")));
    }

    /// <summary>End of the quotation that opens at <paramref name="token"/> when only when and where it was said follows: "chanted “no toll” after the vote"; else -1.</summary>
    public static int OccasionAfter(ArticleReading r, int token, int limit)
    {
        var next = r.TokenAtOrAfter(r.Quotes[r.QuoteAt(token)].End);
        if (next + 1 >= limit) return -1;
        var occasion = r.Is(next, "on") || r.Is(next, "after") || r.Is(next, "before") || r.Is(next, "during") || r.Is(next, "when") || r.Is(next, "while") || r.Is(next, "as")
            || r.Is(next, "at") || r.Is(next, "in") && (r.Is(next + 1, "a") || r.Is(next + 1, "an")) || r.IsComma(next) && r.Tag(next + 1).IsRelative();
        return occasion ? next : -1;
    }

    /// <summary>Whether a comma closes the quotation, inside or right after its mark; <paramref name="next"/> then stands behind it.</summary>
    private static bool AfterComma(ArticleReading r, int quote, ref int next)
    {
        if (r.IsComma(next))
        {
            next++;
            return true;
        }

        var last = r.Quotes[quote].End - 1;
        while (last > r.Quotes[quote].Start && QuoteMarks.IsAny(r.Article.Text[last])) last--;
        return r.Article.Text[last] is ',';
    }

    private static bool QuotesWithin(ArticleReading r, int i, int limit, int distance)
    {
        for (var j = i; j < Math.Min(limit, i + distance); j++)
        {
            if (r.InQuote(j)) return true;
        }

        return false;
    }
}
