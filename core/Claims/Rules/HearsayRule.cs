using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>"The firm reportedly sold the site": an adverb says that the clause is not the reporter’s own.</summary>
internal sealed class HearsayRule : IClaimRule
{
    private const int MaxReach = 120;

    public string Id => "hearsay";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        var sentence = r.SentenceAt(c.Hit.Head);
        var end = ContentBounds.ClauseEnd(r, c.Hit.End, c.Hit.Head);
        return c.Draft(Id, null, c.Hit.First > sentence.FirstToken ? r.ContentSpan(ClauseStart(r, c.Hit.First, sentence.FirstToken), c.Hit.First) : null, r.ContentSpan(c.Hit.End, end));
    }

    private static int ClauseStart(ArticleReading r, int from, int floor)
    {
        for (var i = from - 1; i >= Math.Max(floor, from - MaxReach); i--)
        {
            if (r.IsComma(i) || r.Form(i) is ";") return i + 1;
        }

        return Math.Max(floor, from - MaxReach);
    }
}
