using NewsIngest.Claims.Quotes;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>Quotations signed after a dash, on the same line or the next: <c>“We never asked for that.” — Anna Roth, teacher</c>.</summary>
internal static class SignedQuoteRule
{
    public const string Id = "signed-quote";
    private const int MaxName = 6;

    public static void Apply(ArticleReading r, List<ClaimDraft> drafts)
    {
        for (var q = 0; q < r.Quotes.Count; q++)
        {
            if (Signature(r, r.Quotes[q]) is not { } name) continue;
            var first = q;
            while (first > 0 && r.Quotes[first].Continues) first--;
            var content = r.Quotes.GetRange(first, q - first + 1).ConvertAll(quote => quote.Span);
            drafts.RemoveAll(draft => draft.RuleId != Id && draft.Cue is null && content.Exists(draft.Overlaps));
            if (drafts.Exists(draft => draft.Overlaps(r.Quotes[q].Span) && draft.RuleId is QuoteRules.After or QuoteRules.Before)) continue;
            var signed = r.NewDraft(Id);
            (signed.Speaker, signed.LastBlock) = (name, r.Quotes[q].Block);
            signed.Content.AddRange(content);
            drafts.Add(signed);
        }
    }

    /// <summary>The name after the dash, when nothing but a description follows it up to the end of its paragraph.</summary>
    private static TokenRange? Signature(ArticleReading r, Quotation quote)
    {
        var dash = r.TokenAtOrAfter(quote.End);
        if (dash + 1 >= r.TokenCount || !r.IsDash(dash)) return null;
        var block = r.SentenceAt(dash).Block;
        if (block != quote.Block && r.Token(dash).Start != r.Article.Blocks[block].Start) return null;
        var end = dash + 1;
        while (end < r.TokenCount && end - dash <= MaxName && r.SentenceAt(end).Block == block && IsNamePart(r, end)) end++;
        if (end == dash + 1 || !(r.Tag(dash + 1) is PennTag.Nnp or PennTag.Nnps)) return null;
        while (!(r.Tag(end - 1) is PennTag.Nnp or PennTag.Nnps)) end--;
        return IsDescribedAtMost(r, end, block) ? new TokenRange(dash + 1, end) : null;
    }

    private static bool IsNamePart(ArticleReading r, int i) =>
        r.Tag(i) is PennTag.Nnp or PennTag.Nnps || r.Form(i) is "." or "-" or "van" or "von" or "de" or "la" or "bin" or "al";

    private static bool IsDescribedAtMost(ArticleReading r, int i, int block)
    {
        if (i < r.TokenCount && r.SentenceAt(i).Block == block && !r.IsPunct(i) && !(r.Is(i, "on") || r.Is(i, "after") || r.Is(i, "about"))) return false;
        for (; i < r.TokenCount && r.SentenceAt(i).Block == block; i++)
        {
            if (r.Tag(i).IsFinite() || r.InQuote(i)) return false;
        }

        return true;
    }
}
