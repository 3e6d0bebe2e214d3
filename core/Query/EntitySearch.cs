using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>Finds entities by name and tells what is known of one.</summary>
internal sealed class EntitySearch(IndexReader index)
{
    /// <summary>The most calls of one list.</summary>
    private const int MaxReads = 3;

    /// <summary>Rows of one read: most names are those of one entity or a few, and its newest rows tell.</summary>
    private const int RowsAtOnce = 300;

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
                segment = await index.ReadAsync(prefix, at, upper, RowsAtOnce, cancellationToken);
                reads++;
                foreach (var row in segment.Rows)
                {
                    if (row.EntityId is not { } id || !filter.MatchesRow(id) || seen.Contains(Cursor.Short(id))) continue;
                    if (items.Count == query.Limit) return new Page<EntitySummary>(items, Next(row.Key));
                    seen.Add(Cursor.Short(id));
                    items.Add(Summary(row.Document, row.Document.Entity!));
                }

                if (segment.Rows.Count > 0) at = segment.Rows[^1].Key + "-";
            }
            while (segment.More && reads < MaxReads && items.Count == 0);
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
            segment = await index.ReadOutlinesAsync(prefix, cancellationToken);
            if (segment.Rows.Any(row => !row.HasOutline && row.MayBeOf(id)))
            {
                var (lower, upper) = IndexKey.Range(prefix, null, null);
                segment = await index.ReadAsync(prefix, lower, upper, IndexReader.MaxRows, cancellationToken);
            }

            rows = [.. segment.Rows.Where(row => row.EntityId == id)];
            if (rows.Count > 0) break;
        }

        if (rows.Count == 0) return null;
        return EntityProfiles.Of(id, rows.AsParallel().AsOrdered().Select(row => row.Outline), complete: !segment.More);
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
}
