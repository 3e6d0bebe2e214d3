using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"Her warning that …", "the firm’s promise to …", "X repeated the claim that …": a noun reports.</summary>
internal sealed class NounCueRule : IClaimRule
{
    private const int MaxReach = 120;

    public string Id => "noun-cue";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (c.Hit.End >= c.Limit) return null;
        var r = c.Reading;
        var i = c.Hit.End;
        if (!Frame(c, i, out var first)) return null;
        var owner = Owner(c);
        if (owner is null) return null;
        var end = first == i + 1 && r.Is(i, "that") ? ContentBounds.ClauseEnd(r, first, c.Hit.Head) : ContentBounds.PhraseEnd(r, first, c.Hit.Head);
        end = EndOfClause(c, first, BeforeMainVerb(c, first, end));
        return c.Draft(Id, owner, r.ContentSpan(first, end));
    }

    private static bool Frame(RuleContext c, int i, out int first)
    {
        var r = c.Reading;
        first = i + 1;
        if (r.Is(i, "that")) return c.Cue.Has(CueFrames.That) && r.Tag(i) != PennTag.Wdt;
        if (r.Is(i, "to") && c.Cue.Has(CueFrames.To))
        {
            if (i + 1 < c.Limit && r.Tag(i + 1) == PennTag.Vb) first = i;
            return true;
        }

        if (r.Is(i, "of")) return c.Cue.Has(CueFrames.Of);
        if (r.Is(i, "for")) return c.Cue.Has(CueFrames.For);
        return r.Is(i, "about") && c.Cue.Has(CueFrames.About);
    }

    /// <summary>A possessive before the noun, or the subject of a verb that gives voice to it ("voiced", "repeated").</summary>
    private static TokenRange? Owner(RuleContext c)
    {
        var r = c.Reading;
        var floor = r.SentenceAt(c.Hit.Head).FirstToken;
        var i = c.Hit.First - 1;
        while (i >= floor && (r.Tag(i).IsAdjective() || r.Tag(i).IsNoun() && i > floor && !r.Tag(i - 1).IsVerb() && r.Tag(i - 1) != PennTag.Pos && HasOwnerBefore(r, i, floor) || r.Tag(i) is PennTag.Vbn or PennTag.Vbg && HasOwnerBefore(r, i, floor))) i--;
        if (i < floor) return null;
        if (r.Tag(i) == PennTag.PrpPoss) return new TokenRange(i, i + 1);
        if (r.Tag(i) == PennTag.Pos)
        {
            var start = NounPhrases.BaseStart(r, i, floor);
            return start < i ? new TokenRange(start, i) : null;
        }

        if (r.Tag(i) == PennTag.Dt) i--;
        while (i >= floor && r.Tag(i).IsAdverb()) i--;
        if (i >= floor && r.Tag(i).IsVerb() && LightVerbs.Contains(r.Form(i))) return SubjectFinder.Find(r, VerbGroup.Read(r, i));
        return null;
    }

    private static bool HasOwnerBefore(ArticleReading r, int i, int floor)
    {
        for (var j = i - 1; j >= Math.Max(floor, i - 3); j--)
        {
            if (r.Tag(j) is PennTag.Pos or PennTag.PrpPoss) return true;
            if (r.Tag(j).IsVerb()) return false;
        }

        return false;
    }

    /// <summary>The clause that hangs on the noun in the tree, when the noun is a subject.</summary>
    private static int EndOfClause(RuleContext c, int first, int end)
    {
        var text = c.Reading.Text;
        if (text.Relation(c.Hit.Head) is not (Deprel.Nsubj or Deprel.NsubjPass)) return end;
        foreach (var child in text.Children(c.Hit.Head))
        {
            if (child > first && text.Relation(child) is Deprel.Acl or Deprel.AclRelcl or Deprel.Ccomp or Deprel.Nmod) return Math.Min(end, text.SubtreeEnd(child));
        }

        return end;
    }

    /// <summary>When the noun is itself a subject its content ends before the verb of the sentence.</summary>
    private static int BeforeMainVerb(RuleContext c, int first, int end)
    {
        var r = c.Reading;
        var before = c.Hit.First - 1;
        var floor = r.SentenceAt(c.Hit.Head).FirstToken;
        for (var i = Math.Max(floor, before - MaxReach); i <= before; i++)
        {
            if (r.Tag(i).IsFinite()) return end;
        }

        var finite = 0;
        var that = r.Is(c.Hit.End, "that");
        for (var i = first; i < end; i++)
        {
            if (!r.Tag(i).IsFinite() || i > first && r.Tag(i - 1).IsFinite()) continue;
            if (++finite == (that ? 2 : 1)) return VerbGroup.Read(r, i).First;
        }

        return end;
    }
}
