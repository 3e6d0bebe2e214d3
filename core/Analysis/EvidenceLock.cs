using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language.Model;
using NewsIngest.Lookup;

namespace NewsIngest.Analysis;

/// <summary>Refuses an analysis whose evidence is not in the text.</summary>
public static class EvidenceLock
{
    /// <summary>The set of an article with more entities is not kept for the next one.</summary>
    private const int MostKept = 4096;

    private static readonly ScratchPool<HashSet<string>> Ids = new(() => new HashSet<string>(StringComparer.Ordinal));

    /// <exception cref="EvidenceException">A span lies outside the text, splits a character, or does not hold what is stored.</exception>
    public static void Check(Article article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        var text = article.Text;
        var (entities, claims, excluded) = (analysis.Entities, analysis.Claims, analysis.Excluded);
        var ids = Ids.Rent();
        ids.Clear();
        for (var i = 0; i < entities.Count; i++)
        {
            ids.Add(entities[i].Id);
            CheckEntity(text, entities[i]);
        }

        var hasExcluded = HasExcluded(article.Blocks);
        for (var i = 0; i < claims.Count; i++)
        {
            CheckClaim(text, claims[i], ids);
            if (hasExcluded) CheckBlocks(article.Blocks, claims[i]);
        }

        for (var i = 0; i < excluded.Count; i++) CheckSpan(text, new TextSpan(excluded[i].Start, excluded[i].End), "excluded passage", analysis.Id);
        if (ids.Count <= MostKept) Ids.Return(ids);
    }

    private static void CheckEntity(string text, Entity entity)
    {
        var (mentions, roles) = (entity.Mentions, entity.Roles);
        for (var i = 0; i < mentions.Count; i++) CheckSpan(text, mentions[i].Span, "mention of entity", entity.Id);
        for (var i = 0; i < roles.Count; i++) CheckSpan(text, roles[i].Span, "role of entity", entity.Id);
    }

    private static bool IsExcluded(Block block) => block.Role is BlockRole.Caption or BlockRole.Boilerplate;

    private static bool HasExcluded(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (IsExcluded(blocks[i])) return true;
        }

        return false;
    }

    private static void CheckBlocks(IReadOnlyList<Block> blocks, Claim claim)
    {
        for (var s = 0; s < claim.Content.Count; s++)
        {
            var content = claim.Content[s];
            for (var i = Ordered.FirstNotBefore(0, blocks.Count, (blocks, content.Start), static (i, of) => of.blocks[i].End <= of.Start); i < blocks.Count && blocks[i].Start < content.End; i++)
            {
                if (IsExcluded(blocks[i])) throw new EvidenceException($"claim {claim.Id} takes content from a {blocks[i].Role} block");
            }
        }
    }

    private static void CheckClaim(string text, Claim claim, HashSet<string> entityIds)
    {
        if (claim.Content.Count == 0) throw new EvidenceException($"claim {claim.Id} has no content");
        var last = 0;
        for (var i = 0; i < claim.Content.Count; i++)
        {
            var span = claim.Content[i];
            CheckSpan(text, span, "content of claim", claim.Id);
            if (span.Start < last) throw new EvidenceException($"content spans of claim {claim.Id} overlap or are out of order");
            last = span.End;
        }

        if (!SpanText.IsJoin(claim.Text, text, claim.Content)) throw new EvidenceException($"text of claim {claim.Id} is not what its spans hold");
        if (claim.Cue is { } cue) CheckSpan(text, new TextSpan(cue.Start, cue.End), "cue of claim", claim.Id);
        CheckSpeaker(text, claim.Speaker, claim.Id, entityIds);
        CheckSpeaker(text, claim.Addressee, claim.Id, entityIds);
        if (claim.Time?.Span is { } time) CheckSpan(text, time, "time of claim", claim.Id);
        for (var i = 0; i < claim.About.Count; i++) CheckEntity(claim.About[i], claim.Id, entityIds);
        for (var i = 0; i < claim.Quantities.Count; i++) CheckSpan(text, new TextSpan(claim.Quantities[i].Start, claim.Quantities[i].End), "quantity of claim", claim.Id);
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
