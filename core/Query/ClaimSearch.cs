using System.Globalization;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>
/// Lists claims by one range read of the index: by speaker, else by subject, else by the rarest word, else all; other filters are applied to what was read.
/// An answer never mixes two generations of one article.
/// </summary>
internal sealed class ClaimSearch(IndexReader index)
{
    /// <summary>The most calls of one answer.</summary>
    private const int MaxReads = 3;

    public async Task<Page<ClaimLine>> FindAsync(ClaimQuery query, CancellationToken cancellationToken)
    {
        var filter = new ClaimFilter(query);
        var fingerprint = Fingerprint(query);
        var cursor = Cursor.Decode(query.Cursor, fingerprint);
        var reads = 0;
        foreach (var prefix in filter.Prefixes)
        {
            if (cursor is not null && !cursor.Row.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var page = new PageBuilder(query.Limit);
            var (lower, upper) = IndexKey.Range(prefix, query.From, query.Before);
            var at = cursor?.RowIn(lower, upper) ?? lower;
            var max = cursor is not null ? IndexReader.FirstRows(cursor.RowsPerItem, query.Limit) : filter.FirstRows(query.Limit);
            var rows = 0;
            RowSegment segment;
            do
            {
                segment = await index.ReadAsync(prefix, at, upper, max, cancellationToken);
                reads++;
                if (page.Add(segment, filter, cursor)) return page.Result(fingerprint);
                rows += segment.Rows.Count;
                max = IndexReader.NextRows(rows, page.Count, query.Limit, reads == MaxReads - 1);
                if (segment.Rows.Count > 0) at = segment.Rows[^1].Key + "-";
            }
            while (segment.More && reads < MaxReads && !page.IsFull);
            if (segment.More) return page.Result(fingerprint);
            if (!page.IsEmpty || cursor is not null || reads == MaxReads) return page.Result(null);
        }

        return cursor is null ? new Page<ClaimLine>([], null, 0) : throw new CursorException();
    }

    private static string Fingerprint(ClaimQuery query) => string.Create(
        CultureInfo.InvariantCulture,
        $"claims\n{query.Speaker}\n{query.About}\n{query.NotSpeaker}\n{string.Join(',', query.Modalities)}\n{query.Form}\n{query.Publisher}\n{query.From:O}\n{query.Before:O}\n{query.Words}");

    /// <summary>Collects claims until the limit is reached.</summary>
    private sealed class PageBuilder(int limit)
    {
        private readonly List<ClaimLine> items = [];
        private readonly Dictionary<string, string> generations = new(StringComparer.Ordinal);
        private readonly CopyGroups copies = new();
        private Cursor? next;
        private int passed;

        public int Count => items.Count;

        public bool IsFull => items.Count == limit;

        public bool IsEmpty => items.Count == 0;

        /// <summary>Takes what passes; true when the page is complete.</summary>
        public bool Add(RowSegment segment, ClaimFilter filter, Cursor? cursor)
        {
            for (var r = 0; r < segment.Rows.Count; r++)
            {
                var row = segment.Rows[r];
                // Another generation of the same article: the rows of this page stay those of the first one seen.
                if (filter.MayPass(row) && (generations.TryAdd(row.ArticleId, row.Generation) || generations[row.ArticleId] == row.Generation))
                {
                    var claims = row.Document.Claims;
                    var skip = cursor?.Row == row.Key && cursor.Generation == row.Generation ? cursor.Skip : 0;
                    for (var i = skip; i < claims.Count; i++)
                    {
                        if (!filter.Passes(row.Document, claims[i])) continue;
                        if (items.Count == limit)
                        {
                            next = new Cursor(row.Key, row.Generation, i);
                            return true;
                        }

                        copies.Add(row.Document);
                        items.Add(ClaimLines.Of(row.Document, claims[i]));
                    }
                }

                next = new Cursor(row.Key, row.Generation, Cursor.WholeRow);
                passed++;
            }

            return false;
        }

        public Page<ClaimLine> Result(string? fingerprint)
        {
            var marked = items.Select(item => item.Article).DistinctBy(article => article.Id).ToDictionary(article => article.Id, copies.Marked, StringComparer.Ordinal);
            return new([.. items.Select(item => item with { Article = marked[item.Article.Id] })], fingerprint is null || next is null ? null : (next with { RowsPerItem = IndexReader.RowsPerItem(passed, items.Count) }).Encode(fingerprint), copies.Count());
        }
    }
}
