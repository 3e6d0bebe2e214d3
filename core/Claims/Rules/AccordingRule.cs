using NewsIngest.Claims.Lexicon;
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
        if (c.Cue.Kind != CueKind.Prep) return null;
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
            return c.Draft(Id, speaker, r.ContentSpan(comma + 1, ContentBounds.ClauseEnd(r, comma + 1, c.Hit.Head)));
        }

        return c.Draft(Id, speaker, r.ContentSpan(StartOfClause(r, Math.Max(sentence.FirstToken, c.Hit.First - MaxReach), c.Hit.First), c.Hit.First));
    }

    private static int StartOfClause(ArticleReading r, int first, int end)
    {
        while (first < end && r.Tag(first) == PennTag.Cc) first++;
        return first;
    }
}
