using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>"The talks are expected to resume": the subject and the infinitive are the content; nobody is named as the source.</summary>
internal sealed class PassiveReportRule : IClaimRule
{
    public string Id => "passive-report";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (c.Complement.Kind != ComplementKind.To || !c.Cue.Has(CueFrames.PassTo) || !(c.Hit.Group.Passive || c.Cue.Modality == Modality.Unconfirmed) || c.Subject is not { } subject || IsReport(c)) return null;
        var end = ContentBounds.PhraseEnd(c.Reading, c.Complement.First, c.Hit.Head);
        var modality = c.Cue.Modality == Modality.Assert ? Modality.Unconfirmed : (Modality?)null;
        return c.Draft(Id, null, modality, c.Reading.ContentSpan(subject.First, subject.End), c.Reading.ContentSpan(c.Complement.First, end));
    }

    /// <summary>"seemed to mock the plan": the subject mocks it.</summary>
    private static bool IsReport(RuleContext c)
    {
        var i = c.Complement.First + 1;
        while (i < c.Limit && c.Reading.Tag(i).IsAdverb()) i++;
        return i < c.Limit && c.Reading.Cue(i).Verb is { Force: CueForce.Say };
    }
}
