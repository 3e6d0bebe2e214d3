using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"X condemned the raid", "X called for calm", "X denied taking bribes": the object is the content.</summary>
internal sealed class ObjectRule : IClaimRule
{
    public string Id => "object";

    public ClaimDraft? Apply(RuleContext c)
    {
        if (c.Hit.Group.Passive || c.Complement.Addressee is not null) return null;
        var r = c.Reading;
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

        if (IsImpersonal(c) || c.Hit.IsReducedRelative(r)) return null;
        var end = ContentBounds.PhraseEnd(r, c.Complement.First, c.Hit.Head);
        if (end == c.Complement.First + 1 && r.Tag(c.Complement.First) == PennTag.Prp && c.Cue.Force == CueForce.Say && r.Is(c.Complement.First, "it")) return null;
        if (c.Cue.Lemma == "cite" && IsPeople(r, c.Complement.First, end)) return null;
        if (Hearer(c, end) is not { } hearer) return c.Draft(Id, c.Subject, r.ContentSpan(c.Complement.First, end));
        var draft = c.Draft(Id, c.Subject, r.ContentSpan(hearer.End, end));
        if (draft is not null) draft.Addressee = hearer;
        return draft;
    }

    /// <summary>"It was not possible to verify the number": nobody does.</summary>
    private static bool IsImpersonal(RuleContext c)
    {
        var r = c.Reading;
        var first = c.Hit.Group.First;
        return c.Hit.Group.Infinitive && first > 1 && r.Form(first - 1) is "possible" or "impossible" or "hard" or "difficult" or "easy" or "necessary" or "important";
    }

    /// <summary>"citing unnamed officials": a source, and not what it said.</summary>
    private static bool IsPeople(ArticleReading r, int first, int end)
    {
        var head = NounPhrases.BaseEnd(r, first, end) - 1;
        if (head < first) return false;
        var words = EntityLexicon.Default.Words;
        return ((words.Find(r.Form(head)) | words.Find(r.Form(head).TrimEnd('s'))) & (WordClass.RoleHead | WordClass.PersonNominal)) != 0 || r.Is(head, "sources") || r.Is(head, "source");
    }

    /// <summary>"promised the farmers new pumps": the first of two objects is the one to whom it is said.</summary>
    private static TokenRange? Hearer(RuleContext c, int end)
    {
        var r = c.Reading;
        var first = c.Complement.First;
        if (!c.Cue.Has(CueFrames.Addr) || c.Complement.Kind != ComplementKind.NounPhrase) return null;
        for (var i = first + 1; i < end; i++)
        {
            if (!(r.Tag(i - 1).IsNoun() || r.Tag(i - 1) == PennTag.Prp))
            {
                if (r.Tag(i - 1) is PennTag.Dt or PennTag.PrpPoss or PennTag.Pos || r.Tag(i - 1).IsAdjective()) continue;
                return null;
            }

            var opens = r.Tag(i) is PennTag.Dt or PennTag.PrpPoss or PennTag.Cd || r.Tag(i).IsAdjective() || r.Is(i, "more");
            if (opens && NounPhrases.BaseEnd(r, r.Is(i, "more") ? i + 1 : i, end) > i + 1) return new TokenRange(first, i);
        }

        return null;
    }
}
