using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>"X said that …", "X told the court …", "X said …": the cue governs a finite clause.</summary>
internal sealed class ClauseRule : IClaimRule
{
    public string Id => "clause";

    public ClaimDraft? Apply(RuleContext c)
    {
        var fits = c.Complement.Kind switch
        {
            ComplementKind.That => c.Cue.Has(CueFrames.That | CueFrames.Bare),
            ComplementKind.Bare => c.Cue.Has(CueFrames.Bare | CueFrames.That),
            ComplementKind.Quote => c.Cue.Has(CueFrames.Bare | CueFrames.That | CueFrames.Quote) && !QuoteRules.StandsAlone(c.Reading, c.Complement.First),
            _ => false,
        };
        if (!fits) return null;
        var passive = c.Hit.Group.Passive;
        var end = ContentBounds.ClauseEnd(c.Reading, c.Complement.First, c.Hit.Head);
        if (c.Complement.Kind == ComplementKind.Quote && QuoteBounds.OccasionAfter(c.Reading, c.Complement.First, c.Limit) is > 0 and var close) end = close;
        if (IsSubordinate(c)) end = FirstComma(c.Reading, c.Complement.First, end);
        // "After saying it was safe, Ms Lund left": the main clause is the reporter's.
        if (!passive && c.Subject is { } later && later.First > c.Complement.First && later.First < end) end = later.First - 1;
        if (Opening(c) is { } opening) return c.Draft(Id, c.Subject, opening, c.Reading.ContentSpan(c.Complement.First - 1, end));
        return c.Draft(Id, passive ? Agents.Of(c) : c.Subject, c.Reading.ContentSpan(c.Complement.First, end));
    }

    /// <summary>"There is no proof, the inquiry found, that …": the clause begins before the insertion.</summary>
    private static Articles.TextSpan? Opening(RuleContext c)
    {
        var r = c.Reading;
        if (c.Complement.Kind != ComplementKind.That || c.Complement.First != c.Hit.End + 2 || !r.IsComma(c.Hit.End)) return null;
        var first = r.SentenceAt(c.Hit.Head).FirstToken;
        if (c.Subject is not { } subject || subject.First - 1 <= first || !r.IsComma(subject.First - 1)) return null;
        return ParentheticalRule.HasVerb(r, first, subject.First - 1) ? r.ContentSpan(first, subject.First - 1) : null;
    }

    /// <summary>"If the ministry says so, …", "When she said it was safe, …": the reporter's own clause follows the comma.</summary>
    private static bool IsSubordinate(RuleContext c)
    {
        var r = c.Reading;
        var first = r.SentenceAt(c.Hit.Head).FirstToken;
        if (c.Subject is not { } subject || subject.First <= first) return false;
        first = subject.First - 1;
        return (r.Is(first, "if") || r.Is(first, "when") || r.Is(first, "after") || r.Is(first, "although") || r.Is(first, "though") || r.Is(first, "while") || r.Is(first, "as"))
            && (first == r.SentenceAt(c.Hit.Head).FirstToken || r.IsComma(first - 1) || r.Tag(first - 1) == Language.PennTag.Cc);
    }

    private static int FirstComma(ArticleReading r, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (r.IsComma(i) && !r.InQuote(i)) return i;
        }

        return end;
    }
}
