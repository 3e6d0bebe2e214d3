using NewsIngest.Articles;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Building;

/// <summary>Direct, indirect or mixed, by the share of the content's letters and digits inside quotations.</summary>
internal static class FormReader
{
    private const double MostlyQuoted = 0.9;

    public static ClaimForm Read(ArticleReading r, List<TextSpan> content)
    {
        var quoted = 0;
        foreach (var span in content)
        {
            for (var q = r.FirstQuoteEndingAfter(span.Start); q < r.Quotes.Count && r.Quotes[q].Start < span.End; q++)
                quoted += Letters(r, Math.Max(span.Start, r.Quotes[q].Start), Math.Min(span.End, r.Quotes[q].End));
        }

        if (quoted == 0) return ClaimForm.Indirect;
        var all = 0;
        foreach (var span in content) all += Letters(r, span.Start, span.End);
        return quoted >= MostlyQuoted * all ? ClaimForm.Direct : ClaimForm.Mixed;
    }

    private static int Letters(ArticleReading r, int start, int end)
    {
        var count = 0;
        foreach (var c in r.Article.Text.AsSpan(start, end - start)) count += char.IsLetterOrDigit(c) ? 1 : 0;
        return count;
    }
}
