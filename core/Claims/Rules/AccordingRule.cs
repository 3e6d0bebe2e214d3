using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"According to X, …" and "…, according to X".</summary>
internal sealed class AccordingRule : IClaimRule
{
    private const int MaxReach = 200;

    public string Id => "according";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        var sentence = r.SentenceAt(c.Hit.Head);
        var end = NounPhrases.FullEnd(r, c.Hit.End, sentence.EndToken);
        if (end == c.Hit.End) return null;
        var speaker = new TokenRange(c.Hit.End, end);
        if (c.Hit.First == sentence.FirstToken || r.Tag(c.Hit.First - 1) is PennTag.Cc && c.Hit.First - 1 == sentence.FirstToken)
        {
            var comma = end;
            while (comma < Math.Min(sentence.EndToken, end + MaxReach) && !r.IsComma(comma)) comma++;
            if (comma + 1 >= sentence.EndToken || !r.IsComma(comma)) return null;
            comma = Apposition.CommaAfter(r, comma, sentence.EndToken);
            return c.Draft(Id, speaker, r.ContentSpan(comma + 1, ContentBounds.ClauseEnd(r, comma + 1, c.Hit.Head)));
        }

        var start = StartOfClause(r, Math.Max(sentence.FirstToken, c.Hit.First - MaxReach), c.Hit.First);
        return c.Draft(Id, speaker, r.ContentSpan(start, c.Hit.First), Rest(c, end, sentence.EndToken));
    }

    /// <summary>"The rise, according to X, is due to rain": the predicate after the insertion.</summary>
    private static Articles.TextSpan? Rest(RuleContext c, int end, int limit)
    {
        var r = c.Reading;
        if (end + 1 >= limit || !r.IsComma(end) || !r.IsComma(c.Hit.First - 1)) return null;
        var first = end + 1;
        while (first < limit && (r.Tag(first).IsAdverb() || r.IsMark(first) && r.InQuote(first))) first++;
        return first < limit && r.Tag(first).IsFinite() ? r.ContentSpan(end + 1, ContentBounds.ClauseEnd(r, end + 1, c.Hit.Head)) : null;
    }

    private static int StartOfClause(ArticleReading r, int first, int end)
    {
        while (first < end && r.Tag(first) == PennTag.Cc) first++;
        return first;
    }
}
