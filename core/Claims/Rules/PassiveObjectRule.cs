using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Rules;

/// <summary>"The ruling was condemned by the bishops": the subject is the content, the agent the speaker.</summary>
internal sealed class PassiveObjectRule : IClaimRule
{
    public string Id => "passive-object";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (!c.Hit.Group.Passive || !c.Cue.Has(CueFrames.Obj) || c.Subject is not { } subject || Agents.Of(c) is not { } agent) return null;
        // "The claim that the vote was stolen was dismissed by": the phrase belongs to the verb between.
        if (Agents.ByAfter(c) != c.Hit.End || c.Reading.HasFinite(subject.End, c.Hit.Group.First)) return null;
        return c.Draft(Id, agent, c.Reading.ContentSpan(subject.First, subject.End));
    }
}
