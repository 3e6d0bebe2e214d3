using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>Rows in order of their keys; <paramref name="More"/> says whether others follow.</summary>
internal sealed record RowSegment(IReadOnlyList<StoredRow> Rows, bool More);

/// <summary>Reads ranges of the index. One call to the service for each call of a method.</summary>
internal sealed class IndexReader(StorageClients clients)
{
    /// <summary>The most rows the service returns at once.</summary>
    public const int MaxRows = 1000;

    /// <summary>How many rows to read first, where so many gave one entry before.</summary>
    public static int FirstRows(int rowsPerItem, int wanted) => NextRows(Math.Max(rowsPerItem, 1), 1, wanted + 1, last: false);

    /// <summary>How many rows an entry took, at most <see cref="MaxRows"/>.</summary>
    public static int RowsPerItem(int read, int found) => found == 0 ? MaxRows : Math.Clamp((read + found - 1) / found, 1, MaxRows);

    /// <summary>Percent of what is likely enough.</summary>
    private const int Spare = 150;
    private const int LeastRows = 20;

    private readonly TableClient table = clients.Table(StorageNames.IndexTable);

    /// <summary>
    /// How many rows to read next: so many more as the share of rows that gave something so far makes likely, with some to spare; all that are possible where none did, or where it is the last read.
    /// </summary>
    public static int NextRows(int read, int found, int wanted, bool last) =>
        last || found == 0 ? MaxRows : (int)Math.Min(MaxRows, ((long)read * (wanted - found) / found * Spare / 100) + LeastRows);

    /// <summary>Rows of one key from <paramref name="lower"/> (inclusive) to <paramref name="upper"/> (exclusive).</summary>
    public Task<RowSegment> ReadAsync(string prefix, string lower, string upper, int max, CancellationToken cancellationToken) =>
        ReadAsync(prefix, lower, upper, max, IndexRow.DocumentColumns, row => row.HasDocument, cancellationToken);

    /// <summary>The newest rows of one key without their documents, all of them or <see cref="MaxRows"/>.</summary>
    public Task<RowSegment> ReadOutlinesAsync(string prefix, CancellationToken cancellationToken)
    {
        var (lower, upper) = IndexKey.Range(prefix, null, null);
        return ReadAsync(prefix, lower, upper, MaxRows, IndexRow.OutlineColumns, _ => true, cancellationToken);
    }

    private async Task<RowSegment> ReadAsync(
        string prefix, string lower, string upper, int max, IEnumerable<string> columns, Predicate<StoredRow> counts, CancellationToken cancellationToken)
    {
        var partition = IndexKey.Partition(prefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {lower} and RowKey lt {upper}");
        var rows = new List<StoredRow>();
        var answer = new IndexPage();
        using var kept = IndexPagePolicy.Keep(read => answer = read);
        await foreach (var page in table.QueryAsync<TableEntity>(filter, Math.Min(max, MaxRows), columns, cancellationToken).AsPages())
        {
            rows.AddRange(answer.Rows.Select(row => new StoredRow(row)).Where(row => counts(row)));
            // The service may end a page early, even without a row; only then is another call needed to come forward at all.
            if (rows.Count > 0 || page.ContinuationToken is null) return new RowSegment(rows, page.ContinuationToken is not null);
        }

        return new RowSegment(rows, false);
    }
}
