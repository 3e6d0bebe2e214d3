using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Rules;

/// <summary>"According to X, …" and "…, according to X".</summary>
internal sealed class AccordingRule : IClaimRule
{
    private const int MaxReach = 200;

    private static readonly WordSet Connectives = WordList.Of("connective");

    public string Id => "according";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        var sentence = r.SentenceAt(c.Hit.Head);
        var end = NounPhrases.FullEnd(r, c.Hit.End, sentence.EndToken);
        if (end == c.Hit.End) return null;
        var speaker = new TokenRange(c.Hit.End, end);
        if (c.Hit.First == StartOfClause(r, sentence.FirstToken, c.Hit.First))
        {
            var comma = end;
            while (comma < Math.Min(sentence.EndToken, end + MaxReach) && !r.IsComma(comma)) comma++;
            if (comma + 1 >= sentence.EndToken || !r.IsComma(comma)) return null;
            comma = Apposition.CommaAfter(r, comma, sentence.EndToken);
            return c.Draft(Id, speaker, Clause(c, comma + 1));
        }

        var start = StartOfClause(r, Math.Max(sentence.FirstToken, c.Hit.First - MaxReach), c.Hit.First);
        var rest = Rest(c, start, end, sentence.EndToken);
        return c.Draft(Id, speaker, rest is not null && IsConnective(r, start, c.Hit.First - 1) ? null : r.ContentSpan(start, c.Hit.First), rest);
    }

    /// <summary>"The rise, according to X, is due to rain", "Since May, according to X, it has rained": what goes on behind the insertion.</summary>
    private static TextSpan? Rest(RuleContext c, int start, int end, int limit)
    {
        var r = c.Reading;
        if (end + 1 >= limit || !r.IsComma(end) || !r.IsComma(c.Hit.First - 1)) return null;
        var first = end + 1;
        if (!r.HasFinite(start, c.Hit.First) || ContentBounds.IsSubordinate(r, start, c.Hit.First))
        {
            first = Apposition.CommaAfter(r, end, limit) + 1;
            return !r.Tag(first).IsRelative() && r.HasFinite(first, Math.Min(limit, first + MaxReach)) ? Clause(c, first) : null;
        }

        while (first < limit && (r.Tag(first).IsAdverb() || r.IsMark(first) && r.InQuote(first))) first++;
        return first < limit && r.Tag(first).IsFinite() ? Clause(c, end + 1) : null;
    }

    private static TextSpan? Clause(RuleContext c, int first) => c.Reading.ContentSpan(first, ContentBounds.ClauseEnd(c.Reading, first, c.Hit.Head));

    /// <summary>"In addition", "Meanwhile": joins the sentence to the one before and says nothing.</summary>
    private static bool IsConnective(ArticleReading r, int first, int end)
    {
        if (first < end && r.Tag(first) == PennTag.In) return end == first + 2 && Connectives.Contains(r.Form(first + 1));
        while (first < end && r.Tag(first).IsAdverb()) first++;
        return first == end;
    }

    private static int StartOfClause(ArticleReading r, int first, int end)
    {
        while (first < end && (r.Tag(first) == PennTag.Cc || r.IsPunct(first) && !r.InQuote(first))) first++;
        return first;
    }
}
