using NewsIngest.Entities;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>Adds up the rows of one entity. Rows hold the claims by and about it, so nothing else has to be read.</summary>
internal static class EntityProfiles
{
    /// <summary>The most entities that a list of related ones names.</summary>
    private const int MaxRelated = 100;

    /// <param name="id">The entity.</param>
    /// <param name="rows">Its rows, newest article first; at least one.</param>
    /// <param name="complete">Whether these are all of them.</param>
    public static EntityDetail Of(string id, IReadOnlyList<EntityOutline> rows, bool complete)
    {
        var newest = rows[0].Entity;
        var claims = rows.SelectMany(row => row.Claims.Select(claim => new Told(row, claim, claim.Speaker == id, claim.About.Contains(id)))).ToList();
        var copies = new CopyGroups();
        foreach (var row in rows) copies.Add(row.Article, row.Signature);
        return new EntityDetail
        {
            Id = id,
            Name = newest.Name,
            Type = newest.Type,
            Aliases = [.. rows.SelectMany(row => row.Entity.Aliases).Distinct(StringComparer.Ordinal)],
            Roles = [.. rows.SelectMany(Roles).DistinctBy(role => (role.Title, role.Of))],
            Counts =
            [
                .. claims.GroupBy(told => told.Claim.Modality).OrderBy(group => group.Key)
                    .Select(group => new ModalityCount(group.Key, group.Count(told => told.By), group.Count(told => told.About))),
            ],
            Timeline =
            [
                .. claims.Where(told => told.Day is not null).GroupBy(told => told.Day!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new DayCount(group.Key, group.Count(told => told.By), group.Count(told => told.About))),
            ],
            SpokenAboutBy = Related(id, claims.Where(told => told is { About: true, Claim.Speaker: not null }).Select(told => (told.Document, told.Claim.Speaker!))),
            SpeaksAbout = Related(id, claims.Where(told => told.By).SelectMany(told => told.Claim.About.Distinct(StringComparer.Ordinal).Select(other => (told.Document, other)))),
            CoOccurring = CoOccurring(rows),
            Articles = [.. rows.Select(row => row.Article).DistinctBy(article => article.Id, StringComparer.Ordinal).Select(copies.Marked)],
            IndependentSources = copies.Count(),
            Complete = complete,
        };
    }

    private static IEnumerable<RoleEvidence> Roles(EntityOutline row) =>
        row.Entity.Roles.Zip(row.Profile?.RoleTexts ?? [], (role, text) => new RoleEvidence(role.Title, role.Of, row.Article.Id, role.Span, text));

    private static IReadOnlyList<RelatedByClaims> Related(string id, IEnumerable<(EntityOutline Document, string Id)> named) =>
    [
        .. named
            .Where(pair => pair.Id != id)
            .GroupBy(pair => pair.Id, StringComparer.Ordinal)
            .Select(group => (Entity: group.First().Document.Entities.First(entity => entity.Id == group.Key), Count: group.Count()))
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Entity.Name, StringComparer.Ordinal)
            .Take(MaxRelated)
            .Select(pair => new RelatedByClaims(pair.Entity.Id, pair.Entity.Name, pair.Entity.Type, pair.Count)),
    ];

    private static IReadOnlyList<RelatedByArticles> CoOccurring(IReadOnlyList<EntityOutline> rows) =>
    [
        .. rows
            .DistinctBy(row => row.Article.Id, StringComparer.Ordinal)
            .SelectMany(row => row.Profile?.Others ?? [])
            .Where(other => other.Type != EntityType.UnnamedSource)
            .GroupBy(other => other.Id, StringComparer.Ordinal)
            .Select(group => (Entity: group.First(), Count: group.Count()))
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Entity.Name, StringComparer.Ordinal)
            .Take(MaxRelated)
            .Select(pair => new RelatedByArticles(pair.Entity.Id, pair.Entity.Name, pair.Entity.Type, pair.Count)),
    ];

    private sealed record Told(EntityOutline Document, ClaimOutline Claim, bool By, bool About)
    {
        public string? Day => Document.Article.PublishedAt.Value is { Length: >= 10 } value ? value[..10] : null;
    }
}
