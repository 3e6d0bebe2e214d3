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
            ComplementKind.That => c.Cue.Has(CueFrames.That | CueFrames.Bare | CueFrames.Quote),
            ComplementKind.Bare => c.Cue.Has(CueFrames.Bare) || c.Complement.Addressee is not null && c.Cue.Has(CueFrames.That),
            ComplementKind.Quote => c.Cue.Has(CueFrames.Bare | CueFrames.That | CueFrames.Quote) && !QuoteRules.StandsAlone(c.Reading, c.Complement.First),
            _ => false,
        };
        if (!fits || !c.Hit.IsVerbal) return null;
        var passive = c.Hit.Group.Passive;
        var end = ContentBounds.ClauseEnd(c.Reading, c.Complement.First, c.Hit.Head);
        return c.Draft(Id, passive ? Agents.Of(c) : c.Subject, c.Reading.ContentSpan(c.Complement.First, end));
    }
}
