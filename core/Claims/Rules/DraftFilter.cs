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
        drafts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var spans = SpansInOrder(drafts);
        foreach (var inner in drafts) inner.Outer = Innermost(spans, inner);
        var kept = new List<ClaimDraft>();
        var seen = new HashSet<(int, int, int)>();
        foreach (var draft in drafts)
        {
            if (IsClaim(r, draft) && seen.Add((draft.Start, draft.End, draft.Content.Count))) kept.Add(draft);
        }

        var keptSet = kept.ToHashSet();
        foreach (var draft in kept)
        {
            draft.Outer = KeptOuter(draft, keptSet);
        }

        return kept;
    }

    /// <summary>By their starts; where these are the same, in the order of the claims.</summary>
    private static List<ContentPart> SpansInOrder(List<ClaimDraft> drafts)
    {
        var parts = new List<ContentPart>();
        foreach (var draft in drafts)
        {
            foreach (var span in draft.Content) parts.Add(new ContentPart(span, draft));
        }

        return [.. parts.OrderBy(part => part.Span.Start)];
    }

    /// <summary>The nearest enclosing claim that was kept.</summary>
    private static ClaimDraft? KeptOuter(ClaimDraft draft, HashSet<ClaimDraft> kept)
    {
        var outer = draft.Outer;
        for (var depth = 0; depth < MaxDepth && outer is not null; depth++)
        {
            if (kept.Contains(outer) && !ReferenceEquals(outer, draft)) return outer;
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
    private static ClaimDraft? Innermost(List<ContentPart> spans, ClaimDraft inner)
    {
        if (inner.CueSpan is not { } cue) return null;
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Span.Start <= cue.Start) low = middle + 1;
            else high = middle;
        }

        ClaimDraft? best = null;
        for (var i = low - 1; i >= Math.Max(0, low - MaxCandidates); i--)
        {
            var (span, outer) = spans[i];
            if (ReferenceEquals(outer, inner) || span.End <= cue.Start) continue;
            if (outer.CueSpan is { } outerCue && inner.Covers(outerCue.Start)) continue;
            if (best is null || outer.End - outer.Start < best.End - best.Start) best = outer;
        }

        return best;
    }

    private sealed record ContentPart(TextSpan Span, ClaimDraft Draft);
}
