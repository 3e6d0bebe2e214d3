using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"As X noted, …", "As X put it in a report, …": the clause after the comma is what X said.</summary>
internal sealed class AsRule : IClaimRule
{
    private const int MaxAdjunct = 16;
    private const int MaxSubject = 40;

    public string Id => "as-noted";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        if (c.Hit.Group.Passive || c.Cue.Force == CueForce.Stance || !c.Cue.Has(CueFrames.Bare | CueFrames.Quote)) return null;
        var first = r.SentenceAt(c.Hit.Head).FirstToken;
        if (r.Tag(first) == PennTag.Cc) first++;
        if (!r.Is(first, "as") || c.Hit.Group.First <= first + 1 || c.Hit.Group.First - first > MaxSubject || r.HasFinite(first, c.Hit.Group.First)) return null;
        var comma = c.Hit.End;
        while (comma < Math.Min(c.Limit, c.Hit.End + MaxAdjunct) && !r.IsComma(comma) && !r.Tag(comma).IsFinite() && !r.InQuote(comma)) comma++;
        if (comma + 1 >= c.Limit || !r.IsComma(comma)) return null;
        return c.Draft(Id, new TokenRange(first + 1, c.Hit.Group.First), r.ContentSpan(comma + 1, ContentBounds.ClauseEnd(r, comma + 1, c.Hit.Head)));
    }
}
