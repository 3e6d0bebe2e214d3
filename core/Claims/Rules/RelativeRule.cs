using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"a plan which she said would fail": the cue stands inside a relative clause whose noun belongs to the content.</summary>
internal sealed class RelativeRule : IClaimRule
{
    public string Id => "relative";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        if (c.Hit.Group.Passive || !c.Cue.Has(CueFrames.That | CueFrames.Bare)) return null;
        if (c.Hit.End >= c.Limit || !StartsPredicate(r, c.Hit.End)) return null;
        var subjectEnd = c.Hit.Group.First;
        var floor = r.SentenceAt(c.Hit.Head).FirstToken;
        var subject = NounPhrases.FullStart(r, subjectEnd, floor);
        var relative = subject - 1;
        if (subject >= subjectEnd || relative < floor) return null;
        if (r.Tag(relative) == PennTag.In && !r.Is(relative, "that")) relative--;
        if (relative >= floor && IsContact(r, c, subject)) return c.Draft(Id, new TokenRange(subject, subjectEnd), Noun(r, subject, floor), r.ContentSpan(c.Hit.End, ContentBounds.ClauseEnd(r, c.Hit.End, c.Hit.Head)));
        if (relative < floor || !(r.Tag(relative).IsRelative() || r.Is(relative, "that"))) return null;
        var end = ContentBounds.ClauseEnd(r, c.Hit.End, c.Hit.Head);
        if (relative > floor && r.IsComma(relative - 1)) end = FirstComma(r, c.Hit.End, end);
        return c.Draft(Id, new TokenRange(subject, subjectEnd), Antecedent(r, relative, floor), r.ContentSpan(c.Hit.End, end));
    }

    /// <summary>"a step they say could", "a road the mayor says is": no relative pronoun between the noun and its clause.</summary>
    private static bool IsContact(ArticleReading r, RuleContext c, int subject) =>
        c.Cue.Force == CueForce.Say && r.Tag(c.Hit.End).IsFinite() && r.Tag(subject - 1).IsNoun() && r.Tag(subject) is PennTag.Prp or PennTag.Dt or PennTag.PrpPoss;

    private static TextSpan? Noun(ArticleReading r, int end, int floor)
    {
        var start = NounPhrases.BaseStart(r, end, floor);
        return start < end ? r.ContentSpan(start, end) : null;
    }

    private static bool StartsPredicate(ArticleReading r, int i) => r.Tag(i).IsFinite() || r.Tag(i) == PennTag.Vb && r.Token(i).Upos is Upos.Verb or Upos.Aux && r.Tag(i) != PennTag.To;

    private static int FirstComma(ArticleReading r, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (r.IsComma(i) && !r.InQuote(i)) return i;
        }

        return end;
    }

    private static TextSpan? Antecedent(ArticleReading r, int relative, int floor)
    {
        if (r.Is(relative, "what")) return r.ContentSpan(relative, relative + 1);
        var end = relative > floor && r.IsComma(relative - 1) ? relative - 1 : relative;
        return Noun(r, end, floor);
    }
}
