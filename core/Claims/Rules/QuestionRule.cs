using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>"X asked whether …", "X was asked how …": the cue governs a question. The one who is asked is not its speaker.</summary>
internal sealed class QuestionRule : IClaimRule
{
    public string Id => "question";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (c.Complement.Kind != ComplementKind.Wh) return null;
        if (!c.Cue.Has(CueFrames.Wh | CueFrames.That | CueFrames.Bare | CueFrames.Obj)) return null;
        var participle = c.Hit.Group.Passive || !c.Hit.Group.Finite && c.Reading.Tag(c.Hit.Head) == Language.PennTag.Vbn;
        var end = ContentBounds.ClauseEnd(c.Reading, c.Complement.First, c.Hit.Head);
        return c.Draft(Id, participle ? Agents.Of(c) : c.Subject, c.Reading.ContentSpan(c.Complement.First, end));
    }
}
