using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Claims.Rules;
using NewsIngest.Language;

namespace NewsIngest.Claims.Building;

/// <summary>
/// What the speaker does. The cue says it; where the cue only says that something was said, the first clause of the content does:
/// its modal verb, its negation, and words that blame, fear or hope. A report that is itself conditional or hearsay is unconfirmed.
/// </summary>
internal static class ModalityReader
{
    private const int NegationReach = 4;
    private const int Reach = 60;

    public static Modality Read(ArticleReading r, ClaimDraft draft)
    {
        if (draft.Modality is { } given) return given;
        if (IsHypothetical(r, draft)) return Modality.Unconfirmed;
        var cue = draft.Cue?.Modality ?? Modality.Assert;
        if (cue == Modality.Reject && draft.RuleId == "infinitive" && RefusesToSpeak(r, draft)) return Modality.Unconfirmed;
        if (draft.RuleId == "question" && cue is Modality.Assert && StartsWith(r, draft, "whether", "if")) return Modality.Question;
        if (cue != Modality.Assert || draft.Cue is { Force: not CueForce.Say }) return cue;
        if (draft.RuleId == "object-frame" && draft.Cue is { } order && order.Has(CueFrames.ObjTo) && !order.Has(CueFrames.ObjAs | CueFrames.ObjPred)) return Modality.Demand;
        if (draft.RuleId == "object-frame") return draft.Cue is { } frame && frame.Lemma is "quote" or "cite" ? Modality.Assert : Modality.Evaluate;
        return OfContent(r, draft);
    }

    /// <summary>"would say", "if she says": nobody said it yet.</summary>
    private static bool IsHypothetical(ArticleReading r, ClaimDraft draft)
    {
        if (draft.CueToken < 0 || draft.Cue is not { Kind: CueKind.Verb or CueKind.Phrase, Force: CueForce.Say }) return false;
        var group = VerbGroup.Read(r, draft.CueToken);
        if (group.Modal && !(r.Is(group.First, "will") || r.Is(group.First, "can"))) return true;
        var before = (draft.Speaker is { } speaker && speaker.End <= draft.CueToken ? speaker.First : group.First) - 1;
        return before >= 0 && (r.Is(before, "if") || r.Is(before, "unless")) && r.SentenceIndex(before) == r.SentenceIndex(draft.CueToken);
    }

    private static bool RefusesToSpeak(ArticleReading r, ClaimDraft draft)
    {
        var verb = r.TokenAtOrAfter(draft.Start) + 1;
        return verb < r.TokenCount && (r.Is(verb, "comment") || r.Is(verb, "answer") || r.Cue(verb).Verb is { Force: CueForce.Say } cue && cue.Has(CueFrames.That));
    }

    private static bool StartsWith(ArticleReading r, ClaimDraft draft, params ReadOnlySpan<string> words)
    {
        var first = r.TokenAtOrAfter(draft.Start);
        foreach (var word in words)
        {
            if (r.Is(first, word)) return true;
        }

        return false;
    }

    private static Modality OfContent(ArticleReading r, ClaimDraft draft)
    {
        var first = r.TokenAtOrAfter(draft.Start);
        var end = Math.Min(r.TokenAtOrAfter(draft.Content[0].End), first + Reach);
        var finite = first;
        while (finite < end && !r.Tag(finite).IsFinite()) finite++;
        var negated = Negated(r, finite, end);
        var own = OwnSubject(r, first, finite);
        if (finite < end)
        {
            if (r.Is(finite, "must") || r.Is(finite, "should") || r.Is(finite, "ought") || r.Is(finite, "needs")) return Modality.Demand;
            // "need not": nothing is asked for.
            if (r.Is(finite, "need") && !VerbGroup.IsNegation(r.Form(finite + 1))) return Modality.Demand;
            if (own && negated) return IsBelief(r, finite, end) ? Modality.Doubt : Modality.Deny;
            if (own && IsHope(r, finite, end)) return Modality.Hope;
        }

        var hint = Hint(r, first, end);
        if (hint == Modality.Doubt || own && hint == Modality.Hope) return hint.Value;
        if (Disbelieves(r, draft)) return Modality.Doubt;
        if (hint is Modality.Accuse or Modality.Warn && !own) return hint.Value;
        if (negated && !own && finite < end && r.Is(finite, "had") && r.Tag(Math.Max(first, finite - 1)) is PennTag.Nnp) return Modality.Accuse;
        return HasFuture(r, finite, end) ? Modality.Predict : Modality.Assert;
    }

    /// <summary>"I", "we", "he" …: the speaker speaks of himself.</summary>
    private static bool OwnSubject(ArticleReading r, int first, int finite)
    {
        var i = finite - 1;
        while (i > first && r.Tag(i).IsAdverb()) i--;
        return i >= first && (r.Is(i, "I") || r.Is(i, "we") || r.Is(i, "he") || r.Is(i, "she"));
    }

    private static bool Negated(ArticleReading r, int finite, int end)
    {
        for (var i = finite + 1; i < Math.Min(end, finite + NegationReach); i++)
        {
            if (VerbGroup.IsNegation(r.Form(i)) || r.Is(i, "no")) return true;
        }

        return false;
    }

    private static bool IsBelief(ArticleReading r, int finite, int end)
    {
        for (var i = finite; i < Math.Min(end, finite + NegationReach); i++)
        {
            if (r.Is(i, "believe") || r.Is(i, "think") || r.Is(i, "trust")) return true;
        }

        return false;
    }

    private static bool IsHope(ArticleReading r, int finite, int end)
    {
        for (var i = finite; i < Math.Min(end, finite + NegationReach); i++)
        {
            if (r.Cue(i).Verb is { Modality: Modality.Hope }) return true;
        }

        return false;
    }

    /// <summary>"We do not believe it" in any sentence of the content.</summary>
    private static bool Disbelieves(ArticleReading r, ClaimDraft draft)
    {
        foreach (var span in draft.Content)
        {
            var end = Math.Min(r.TokenAtOrAfter(span.End), r.TokenAtOrAfter(span.Start) + Reach);
            for (var i = r.TokenAtOrAfter(span.Start); i < end; i++)
            {
                if (r.Tag(i).IsFinite() && Negated(r, i, end) && IsBelief(r, i, end) && OwnSubject(r, Math.Max(0, i - 2), i)) return true;
            }
        }

        return false;
    }

    private static Modality? Hint(ArticleReading r, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (ContentHints.Default.For(r.Form(i)) is { } hint) return hint;
        }

        return null;
    }

    private static bool HasFuture(ArticleReading r, int finite, int end)
    {
        if (finite < end && r.Is(finite, "would")) return true;
        for (var i = finite; i < end && r.SentenceIndex(i) == r.SentenceIndex(finite); i++)
        {
            if (r.Tag(i) == PennTag.Md && (r.Is(i, "will") || r.Form(i) is "'ll" or "’ll" or "wo")) return true;
            if (r.Is(i, "going") && i + 1 < end && r.Tag(i + 1) == PennTag.To && i > finite && r.Token(i - 1).Upos == Upos.Aux) return true;
        }

        return false;
    }
}
