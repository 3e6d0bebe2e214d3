using NewsIngest.Claims;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>Finds entities by name and tells what is known of one.</summary>
internal sealed class EntitySearch(IndexReader index)
{
    /// <summary>The most calls of one list.</summary>
    private const int MaxReads = 3;

    /// <summary>How many entities a cursor remembers as shown.</summary>
    private const int MaxSeen = 300;

    public async Task<Page<EntitySummary>> FindAsync(EntityQuery query, CancellationToken cancellationToken)
    {
        var filter = new EntityFilter(query.Name);
        var fingerprint = "entities\n" + query.Name;
        var cursor = Cursor.Decode(query.Cursor, fingerprint);
        var reads = 0;
        foreach (var prefix in filter.Prefixes)
        {
            if (cursor is not null && !cursor.Row.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var (lower, upper) = IndexKey.Range(prefix, null, null);
            var at = cursor?.RowIn(lower, upper) ?? lower;
            var seen = new List<string>(cursor?.Seen ?? []);
            var items = new List<EntitySummary>();
            RowSegment segment;
            do
            {
                segment = await index.ReadAsync(prefix, at, upper, IndexReader.MaxRows, cancellationToken);
                reads++;
                foreach (var row in segment.Rows)
                {
                    if (row.Document.Entity is not { } entity || !filter.MatchesRow(entity.Id) || seen.Contains(Cursor.Short(entity.Id))) continue;
                    if (items.Count == query.Limit) return new Page<EntitySummary>(items, Next(row.Key));
                    seen.Add(Cursor.Short(entity.Id));
                    items.Add(Summary(row.Document, entity));
                }

                if (segment.Rows.Count > 0) at = segment.Rows[^1].Key + "-";
            }
            while (segment.More && reads < MaxReads);
            if (segment.More) return new Page<EntitySummary>(items, Next(at));
            if (items.Count > 0 || cursor is not null) return new Page<EntitySummary>(items, null);

            string Next(string row) => new Cursor(row, "", 0) { Seen = [.. seen.TakeLast(MaxSeen)] }.Encode(fingerprint);
        }

        return cursor is null ? new Page<EntitySummary>([], null) : throw new CursorException();
    }

    /// <summary>Null when no article names such an entity.</summary>
    public async Task<EntityDetail?> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id)) return null;
        RowSegment segment = new([], false);
        List<StoredRow> rows = [];
        foreach (var prefix in new EntityFilter(id).Prefixes)
        {
            var (lower, upper) = IndexKey.Range(prefix, null, null);
            segment = await index.ReadAsync(prefix, lower, upper, IndexReader.MaxRows, cancellationToken);
            rows = [.. segment.Rows.Where(row => row.Document.Entity?.Id == id)];
            if (rows.Count > 0) break;
        }

        if (rows.Count == 0) return null;
        var newest = rows[0].Document.Entity!;
        var claims = rows.SelectMany(row => row.Document.Claims.Select(claim => (row.Document, Claim: claim))).ToList();
        var by = claims.Where(pair => pair.Claim.Speaker == id).ToList();
        var about = claims.Where(pair => pair.Claim.About.Contains(id)).ToList();
        return new EntityDetail
        {
            Id = id,
            Name = newest.Name,
            Type = newest.Type,
            Aliases = [.. rows.SelectMany(row => row.Document.Entity!.Aliases).Distinct(StringComparer.Ordinal)],
            Roles = Roles(rows),
            ByModality = by.GroupBy(pair => pair.Claim.Modality).OrderBy(group => group.Key).ToDictionary(group => Name(group.Key), group => group.Count()),
            Timeline = Timeline(id, claims),
            SpokenAboutBy = Count(about.Where(pair => pair.Claim.Speaker is not null && pair.Claim.Speaker != id).Select(pair => (pair.Document, pair.Claim.Speaker!))),
            SpeaksAbout = Count(by.SelectMany(pair => pair.Claim.About.Where(other => other != id).Select(other => (pair.Document, other)))),
            Articles = [.. rows.Select(row => row.Document.Article).DistinctBy(article => article.Id, StringComparer.Ordinal)],
            Partial = segment.More,
        };
    }

    private static EntitySummary Summary(IndexDocument document, EntityInArticle entity) => new()
    {
        Id = entity.Id,
        Name = entity.Name,
        Type = entity.Type,
        Aliases = entity.Aliases,
        Roles = entity.Roles,
        LatestArticle = document.Article,
    };

    private static IReadOnlyList<RoleEvidence> Roles(List<StoredRow> rows) =>
    [
        .. rows
            .SelectMany(row => row.Document.Entity!.Roles.Select(role => new RoleEvidence(role.Title, role.Of, row.ArticleId, role.Span)))
            .DistinctBy(role => (role.Title, role.Of)),
    ];

    private static IReadOnlyList<EntityDay> Timeline(string id, List<(IndexDocument Document, IndexedClaim Claim)> claims) =>
    [
        .. claims
            .Where(pair => pair.Document.Article.PublishedAt.Value is { Length: >= 10 })
            .GroupBy(pair => pair.Document.Article.PublishedAt.Value![..10], StringComparer.Ordinal)
            .OrderBy(day => day.Key, StringComparer.Ordinal)
            .Select(day => new EntityDay(day.Key, day.Count(pair => pair.Claim.Speaker == id), day.Count(pair => pair.Claim.About.Contains(id)))),
    ];

    private static IReadOnlyList<EntityCount> Count(IEnumerable<(IndexDocument Document, string Id)> named) =>
    [
        .. named
            .GroupBy(pair => pair.Id, StringComparer.Ordinal)
            .Select(group => (group.First().Document.Entities.First(entity => entity.Id == group.Key), Count: group.Count()))
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Item1.Name, StringComparer.Ordinal)
            .Select(pair => new EntityCount(pair.Item1.ToLine(), pair.Count)),
    ];

    private static string Name(Modality modality) => char.ToLowerInvariant(modality.ToString()[0]) + modality.ToString()[1..];
}
