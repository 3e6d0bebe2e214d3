using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>
/// "X described Y as Z", "X urged Y to Z", "X accused Y of Z", "X called Y a Z": the object and what is said of it are the content together;
/// in the passive the subject stands for the object.
/// </summary>
internal sealed class ObjectFrameRule : IClaimRule
{
    private const int MaxObject = 24;

    public string Id => "object-frame";

    public ClaimDraft? Apply(RuleContext c) => c.Hit.Group.Passive ? Passive(c) : Relative(c) ?? Active(c);

    private ClaimDraft? Active(RuleContext c)
    {
        var r = c.Reading;
        var first = c.Complement.First;
        if (c.Complement.Kind is not (ComplementKind.NounPhrase or ComplementKind.Quote)) return null;
        var joint = Joint(c, first + 1, c.Cue.Frames);
        if (joint < 0 && !c.Cue.Has(CueFrames.ObjPred) || IsNaming(c, joint)) return null;
        var from = joint < 0 ? first : joint + 2 < c.Limit && r.IsComma(joint + 1) && ComplementReader.OpensSpeech(r, joint + 2) ? joint + 2 : joint;
        var end = ContentBounds.PhraseEnd(r, from, c.Hit.Head);
        return c.Draft(Id, c.Subject, r.ContentSpan(first, end));
    }

    /// <summary>"a firm called Nordlys", "called a vote": a name or an object with nothing said of it.</summary>
    private static bool IsNaming(RuleContext c, int joint)
    {
        var r = c.Reading;
        if (c.Hit.IsReducedRelative(r)) return true;
        if (joint >= 0 || c.Complement.Kind == ComplementKind.Quote) return false;
        var end = NounPhrases.BaseEnd(r, c.Complement.First, c.Limit);
        if (r.InQuote(end - 1) && !r.InQuote(c.Complement.First)) return false;
        return end >= c.Limit || r.IsPunct(end) && !r.InQuote(end);
    }

    /// <summary>"a fee that the mayor described as “robbery”": the object is the noun before the relative clause.</summary>
    private ClaimDraft? Relative(RuleContext c)
    {
        var r = c.Reading;
        var described = c.Cue.Has(CueFrames.ObjAs) && c.Hit.End + 1 < c.Limit && r.Is(c.Hit.End, "as");
        if (!described && !(c.Cue.Has(CueFrames.ObjPred) && c.Complement.Kind == ComplementKind.Quote)) return null;
        var said = described ? c.Hit.End + 1 : c.Hit.End;
        var floor = r.SentenceAt(c.Hit.Head).FirstToken;
        var subject = NounPhrases.FullStart(r, c.Hit.Group.First, floor);
        var relative = subject - 1;
        if (subject >= c.Hit.Group.First || relative < floor || !(r.Tag(relative).IsRelative() || r.Is(relative, "that"))) return null;
        var before = relative > floor && r.IsComma(relative - 1) ? relative - 1 : relative;
        var named = r.Is(relative, "what") ? before : NounPhrases.BaseStart(r, before, floor);
        return c.Draft(Id, new TokenRange(subject, c.Hit.Group.First), r.ContentSpan(named, before), r.ContentSpan(said, ContentBounds.PhraseEnd(r, said, c.Hit.Head)));
    }

    private ClaimDraft? Passive(RuleContext c)
    {
        var r = c.Reading;
        if (c.Hit.End >= c.Limit || c.Subject is not { } subject) return null;
        var joint = Joint(c, c.Hit.End, c.Cue.Frames, maxGap: 3);
        if (joint < 0 || r.Is(joint, "as") && joint + 1 < c.Limit && r.Tag(joint + 1) == PennTag.Vbg) return null;
        var by = Agents.ByAfter(c);
        var end = by > joint ? by : ContentBounds.PhraseEnd(r, joint, c.Hit.Head);
        return c.Draft(Id, Agents.Of(c), r.ContentSpan(subject.First, subject.End), r.ContentSpan(r.Is(joint, "as") || r.Is(joint, "of") || r.Is(joint, "for") ? joint + 1 : joint, end));
    }

    private static bool StartsInfinitive(ArticleReading r, int i, int limit)
    {
        var quoted = i < limit && r.IsMark(i) && r.InQuote(i);
        if (quoted) i++;
        return i < limit && (quoted && r.Tag(i) == PennTag.Nn || r.Tag(i - 1) == PennTag.To && r.Tag(i).IsAdverb() || r.Tag(i) == PennTag.Vb || quoted && r.Tag(i).IsAdverb());
    }

    /// <summary>Token of the word that joins the object to what is said of it, or -1.</summary>
    private static int Joint(RuleContext c, int from, CueFrames frames, int maxGap = MaxObject)
    {
        var r = c.Reading;
        var stop = Math.Min(c.Limit, from + maxGap);
        for (var i = from; i < stop; i++)
        {
            if (r.Tag(i).IsFinite() && !r.InQuote(i) && !r.Tag(i - 1).IsRelative()) return -1;
            if (r.Form(i) is ";" or ":") return -1;
            if ((frames & CueFrames.ObjAs) != 0 && r.Is(i, "as")) return i;
            if ((frames & CueFrames.ObjOf) != 0 && r.Is(i, "of") && i + 1 < c.Limit && (r.Tag(i + 1) is PennTag.Vbg or PennTag.Nn || r.InQuote(i + 1))) return i;
            if ((frames & CueFrames.ObjFor) != 0 && r.Is(i, "for")) return i;
            if ((frames & CueFrames.ObjOn) != 0 && r.Is(i, "on")) return i;
            if ((frames & CueFrames.ObjWith) != 0 && r.Is(i, "with")) return i;
            if ((frames & (CueFrames.ObjTo2)) != 0 && r.Is(i, "to")) return i;
            if ((frames & CueFrames.ObjAbout) != 0 && (r.Is(i, "about") || r.Is(i, "of"))) return i;
            if ((frames & CueFrames.ObjTo) != 0 && r.Is(i, "to") && StartsInfinitive(r, i + 1, c.Limit)) return i;
        }

        return -1;
    }
}
