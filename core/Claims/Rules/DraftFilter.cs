using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>Links claims inside claims, and drops what is not a claim of its own: attitudes inside reported speech, denials of having spoken, repeats.</summary>
internal static class DraftFilter
{
    private const int MaxDepth = 5;
    private const int MaxCandidates = 32;

    public static List<ClaimDraft> Keep(ArticleReading r, List<ClaimDraft> drafts)
    {
        drafts.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var order = SpansByStart(r, drafts);
        foreach (var inner in drafts) inner.Outer = Innermost(r.Scratch.Spans, order, inner);
        var kept = r.Scratch.Kept;
        foreach (var draft in drafts)
        {
            if (!IsClaim(r, draft) || IsRepeat(kept, draft)) continue;
            draft.IsKept = true;
            kept.Add(draft);
        }

        foreach (var draft in kept) draft.Outer = KeptOuter(draft);
        return kept;
    }

    /// <summary>Start and index of each content span, by start; of two that start together the one of the earlier claim comes first.</summary>
    private static Span<long> SpansByStart(ArticleReading r, List<ClaimDraft> drafts)
    {
        var spans = r.Scratch.Spans;
        foreach (var draft in drafts)
        {
            foreach (var span in draft.Content) spans.Add((span, draft));
        }

        var order = r.Text.Work.RentUncleared<long>(spans.Count).AsSpan(0, spans.Count);
        for (var i = 0; i < order.Length; i++) order[i] = ((long)spans[i].Span.Start << 32) | (uint)i;
        order.Sort();
        return order;
    }

    /// <summary>Whether one with the same ends and as many spans was kept: it is among the last, for they come in order of their ends.</summary>
    private static bool IsRepeat(List<ClaimDraft> kept, ClaimDraft draft)
    {
        for (var i = kept.Count - 1; i >= 0 && kept[i].Start == draft.Start && kept[i].End == draft.End; i--)
        {
            if (kept[i].Content.Count == draft.Content.Count) return true;
        }

        return false;
    }

    /// <summary>The nearest enclosing claim that was kept.</summary>
    private static ClaimDraft? KeptOuter(ClaimDraft draft)
    {
        var outer = draft.Outer;
        for (var depth = 0; depth < MaxDepth && outer is not null; depth++)
        {
            if (outer.IsKept && !ReferenceEquals(outer, draft)) return outer;
            outer = outer.Outer;
        }

        return null;
    }

    private static bool IsClaim(ArticleReading r, ClaimDraft draft)
    {
        if (draft.Unspoken) return false;
        if (draft.Cue is not { } cue) return true;
        if (draft.Negated && cue.Force != CueForce.Stance) return false;
        if (draft.Outer is null) return true;
        if (IsUnspoken(r, draft)) return false;
        if (draft.RuleId == "clause" && draft.Speaker is { } speaker && r.Tag(speaker.First) == PennTag.Prp) return false;
        return cue.Force == CueForce.Say && draft.Speaker is not null && draft.RuleId is "clause" or "relative" or QuoteRules.Before or QuoteRules.After or "according";
    }

    /// <summary>"refused to confirm that", "wants her to admit that": the inner words are not said by anybody yet.</summary>
    private static bool IsUnspoken(ArticleReading r, ClaimDraft draft) =>
        draft.Outer is { Unspoken: true } || draft is { CueToken: >= 0, Cue.Kind: CueKind.Verb or CueKind.Phrase, Outer.RuleId: "infinitive" or "object-frame" } && VerbGroup.Read(r, draft.CueToken).Infinitive;

    /// <summary>The smallest claim whose content holds the cue of another; looks no further than a few claims back.</summary>
    private static ClaimDraft? Innermost(List<(TextSpan Span, ClaimDraft Draft)> spans, ReadOnlySpan<long> order, ClaimDraft inner)
    {
        if (inner.CueSpan is not { } cue) return null;
        int low = 0, high = order.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((int)(order[middle] >> 32) <= cue.Start) low = middle + 1;
            else high = middle;
        }

        ClaimDraft? best = null;
        for (var i = low - 1; i >= Math.Max(0, low - MaxCandidates); i--)
        {
            var (span, outer) = spans[(int)(uint)order[i]];
            if (ReferenceEquals(outer, inner) || span.End <= cue.Start) continue;
            if (outer.CueSpan is { } outerCue && inner.Covers(outerCue.Start)) continue;
            if (best is null || outer.End - outer.Start < best.End - best.Start) best = outer;
        }

        return best;
    }
}
