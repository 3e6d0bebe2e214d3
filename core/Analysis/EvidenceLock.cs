using NewsIngest.Articles;
using NewsIngest.Claims;

namespace NewsIngest.Analysis;

/// <summary>Refuses an analysis whose evidence is not in the text.</summary>
public static class EvidenceLock
{
    /// <exception cref="EvidenceException">A span lies outside the text, splits a character, or does not hold what is stored.</exception>
    public static void Check(Article article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        var text = article.Text;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in analysis.Entities)
        {
            ids.Add(entity.Id);
            foreach (var mention in entity.Mentions) CheckSpan(text, mention.Span, "mention of entity", entity.Id);
            foreach (var role in entity.Roles) CheckSpan(text, role.Span, "role of entity", entity.Id);
        }

        foreach (var claim in analysis.Claims) CheckClaim(article, claim, ids);
        foreach (var excluded in analysis.Excluded) CheckSpan(text, new TextSpan(excluded.Start, excluded.End), "excluded passage", analysis.Id);
    }

    private static void CheckClaim(Article article, Claim claim, HashSet<string> entityIds)
    {
        var text = article.Text;
        if (claim.Content.Count == 0) throw new EvidenceException($"claim {claim.Id} has no content");
        var last = 0;
        foreach (var span in claim.Content)
        {
            CheckSpan(text, span, "content of claim", claim.Id);
            if (span.Start < last) throw new EvidenceException($"content spans of claim {claim.Id} overlap or are out of order");
            last = span.End;
            foreach (var block in article.Blocks)
            {
                if (block.Role is BlockRole.Caption or BlockRole.Boilerplate && block.Span.Overlaps(span))
                    throw new EvidenceException($"claim {claim.Id} takes content from a {block.Role} block");
            }
        }

        if (!SpanText.IsJoin(claim.Text, text, claim.Content)) throw new EvidenceException($"text of claim {claim.Id} is not what its spans hold");
        if (claim.Cue is { } cue) CheckSpan(text, new TextSpan(cue.Start, cue.End), "cue of claim", claim.Id);
        CheckSpeaker(text, claim.Speaker, claim.Id, entityIds);
        CheckSpeaker(text, claim.Addressee, claim.Id, entityIds);
        if (claim.Time?.Span is { } time) CheckSpan(text, time, "time of claim", claim.Id);
        foreach (var about in claim.About) CheckEntity(about, claim.Id, entityIds);
        foreach (var quantity in claim.Quantities) CheckSpan(text, new TextSpan(quantity.Start, quantity.End), "quantity of claim", claim.Id);
    }

    private static void CheckSpeaker(string text, Speaker? speaker, string claimId, HashSet<string> entityIds)
    {
        if (speaker is null) return;
        CheckSpan(text, new TextSpan(speaker.Start, speaker.End), "speaker of claim", claimId);
        CheckEntity(speaker.EntityId, claimId, entityIds);
    }

    private static void CheckEntity(string entityId, string claimId, HashSet<string> entityIds)
    {
        if (!entityIds.Contains(entityId)) throw new EvidenceException($"claim {claimId} names entity {entityId}, which the article does not have");
    }

    private static void CheckSpan(string text, TextSpan span, string what, string id)
    {
        if (span.Start < 0 || span.End > text.Length || span.Start >= span.End)
            throw new EvidenceException($"{what} {id}: [{span.Start}, {span.End}) is not inside the text of {text.Length} characters");
        if (SplitsPair(text, span.Start) || SplitsPair(text, span.End))
            throw new EvidenceException($"{what} {id}: [{span.Start}, {span.End}) splits a surrogate pair");
    }

    private static bool SplitsPair(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsHighSurrogate(text[offset - 1]) && char.IsLowSurrogate(text[offset]);
}
