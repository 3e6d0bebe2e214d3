using NewsIngest.Articles;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Building;

/// <summary>Direct, indirect or mixed, by the share of the content's letters and digits inside quotations.</summary>
internal static class FormReader
{
    private const double MostlyQuoted = 0.9;

    public static ClaimForm Read(ArticleReading r, List<TextSpan> content)
    {
        if (!HoldsQuote(r, content)) return ClaimForm.Indirect;
        int all = 0, quoted = 0;
        foreach (var span in content)
        {
            var q = r.FirstQuoteEndingAfter(span.Start);
            for (var i = span.Start; i < span.End; i++)
            {
                if (!char.IsLetterOrDigit(r.Article.Text[i])) continue;
                all++;
                while (q < r.Quotes.Count && r.Quotes[q].End <= i) q++;
                if (q < r.Quotes.Count && r.Quotes[q].Start <= i) quoted++;
            }
        }

        if (quoted == 0) return ClaimForm.Indirect;
        return quoted >= MostlyQuoted * all ? ClaimForm.Direct : ClaimForm.Mixed;
    }

    private static bool HoldsQuote(ArticleReading r, List<TextSpan> content)
    {
        foreach (var span in content)
        {
            var q = r.FirstQuoteEndingAfter(span.Start);
            if (q < r.Quotes.Count && r.Quotes[q].Start < span.End) return true;
        }

        return false;
    }
}
