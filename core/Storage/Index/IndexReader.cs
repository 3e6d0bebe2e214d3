using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index as it is read.</summary>
internal sealed record StoredRow(string Key, string ArticleId, string Generation, IndexDocument Document);

/// <summary>Rows in order of their keys; <paramref name="More"/> says whether others follow.</summary>
internal sealed record RowSegment(IReadOnlyList<StoredRow> Rows, bool More);

/// <summary>Reads ranges of the index. One call to the service for each call of a method.</summary>
internal sealed class IndexReader(StorageClients clients)
{
    /// <summary>The most rows the service returns at once.</summary>
    public const int MaxRows = 1000;

    private readonly TableClient table = clients.Table(StorageNames.IndexTable);

    /// <summary>The newest rows of any of the keys, which must lie in one partition; at most seven, because a filter may compare fifteen times.</summary>
    public async Task<IReadOnlyList<StoredRow>> ReadAnyAsync(IReadOnlyList<string> prefixes, CancellationToken cancellationToken)
    {
        var partition = IndexKey.Partition(prefixes[0]);
        var ranges = prefixes.Select(prefix => IndexKey.Range(prefix, null, null)).Select(range => TableClient.CreateQueryFilter($"(RowKey ge {range.Lower} and RowKey lt {range.Upper})"));
        var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and ({string.Join(" or ", ranges)})";
        return (await ReadAsync(filter, MaxRows, cancellationToken)).Rows;
    }

    /// <summary>Rows of one key from <paramref name="lower"/> (inclusive) to <paramref name="upper"/> (exclusive).</summary>
    public async Task<RowSegment> ReadAsync(string prefix, string lower, string upper, int max, CancellationToken cancellationToken)
    {
        var partition = IndexKey.Partition(prefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {lower} and RowKey lt {upper}");
        return await ReadAsync(filter, max, cancellationToken);
    }

    private async Task<RowSegment> ReadAsync(string filter, int max, CancellationToken cancellationToken)
    {
        var rows = new List<StoredRow>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter, Math.Min(max, MaxRows), cancellationToken: cancellationToken).AsPages())
        {
            foreach (var entity in page.Values)
            {
                // A row without data is one of a large change that was broken off; it will be gone or filled.
                if (entity.GetBinary("data") is not { } data) continue;
                rows.Add(new StoredRow(entity.RowKey, IndexKey.ArticleOf(entity.RowKey), entity.GetString("g"), IndexDocument.Unpack(data)));
            }

            // The service may end a page early, even without a row; only then is another call needed to come forward at all.
            if (rows.Count > 0 || page.ContinuationToken is null) return new RowSegment(rows, page.ContinuationToken is not null);
        }

        return new RowSegment(rows, false);
    }
}
