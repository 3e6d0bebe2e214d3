using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>"X voiced concern about …": what stands after the preposition is the content.</summary>
internal sealed class AboutRule : IClaimRule
{
    public string Id => "about";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (c.Cue.Kind != CueKind.Phrase || !c.Cue.Has(CueFrames.About) || c.Hit.End + 1 >= c.Limit) return null;
        var r = c.Reading;
        var i = c.Hit.End;
        if (!(r.Is(i, "about") || r.Is(i, "over") || r.Is(i, "at") || r.Is(i, "of") || r.Is(i, "for") || r.Is(i, "with"))) return null;
        return c.Draft(Id, c.Subject, r.ContentSpan(i + 1, ContentBounds.PhraseEnd(r, i + 1, c.Hit.Head)));
    }
}
