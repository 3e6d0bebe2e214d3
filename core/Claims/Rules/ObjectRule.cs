using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"X condemned the raid", "X called for calm", "X denied taking bribes": the object is the content.</summary>
internal sealed class ObjectRule : IClaimRule
{
    public string Id => "object";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (!c.Hit.IsVerbal || c.Hit.Group.Passive || c.Complement.Addressee is not null || c.Hit.IsReducedRelative(c.Reading)) return null;
        var r = c.Reading;
        if (c.Hit.OpensWithParticiple(r)) return null;
        var kind = c.Complement.Kind;
        if (kind == ComplementKind.NounPhrase || kind == ComplementKind.Quote && !QuoteRules.StandsAlone(r, c.Complement.First))
        {
            if (!c.Cue.Has(CueFrames.Obj)) return null;
        }
        else if (kind == ComplementKind.Gerund)
        {
            if (!c.Cue.Has(CueFrames.Ing) && c.Cue.Kind != CueKind.Phrase) return null;
        }
        else
        {
            return null;
        }

        var end = ContentBounds.PhraseEnd(r, c.Complement.First, c.Hit.Head);
        if (end == c.Complement.First + 1 && r.Tag(c.Complement.First) == PennTag.Prp && c.Cue.Force == CueForce.Say && r.Is(c.Complement.First, "it")) return null;
        return c.Draft(Id, c.Subject, r.ContentSpan(c.Complement.First, end));
    }
}
