using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>"X vowed to …", "X refused to …": the cue governs an infinitive that says what X means to do.</summary>
internal sealed class InfinitiveRule : IClaimRule
{
    public string Id => "infinitive";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (c.Complement.Kind != ComplementKind.To || !c.Cue.Has(CueFrames.To) || c.Hit.Group.Passive) return null;
        var end = ContentBounds.PhraseEnd(c.Reading, c.Complement.First, c.Hit.Head);
        return c.Draft(Id, c.Subject, c.Reading.ContentSpan(c.Complement.First, end));
    }
}
