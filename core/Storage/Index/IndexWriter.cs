using Azure;
using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>
/// Replaces all rows of an article, partition by partition: each partition is switched in one transaction (several when the article has more than
/// a hundred rows there), so that a reader of a partition sees the old rows or the new ones. Every partition is visited, also those without rows:
/// that is what stops a slow writer of an older generation.
/// </summary>
internal sealed class IndexWriter(StorageClients clients, TimeProvider time, int maxAttempts)
{
    private readonly TableClient table = clients.Table(StorageNames.IndexTable);

    /// <param name="articleId">The article.</param>
    /// <param name="generation">Names these rows; a partition that already has them is left alone.</param>
    /// <param name="rows">All rows of the article; none takes it out of the index.</param>
    /// <param name="isNew">Whether the article probably never had rows, so that looking first is not worth a call.</param>
    /// <param name="isCurrent">Whether this generation is still wanted; asked after looking at what is there.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <exception cref="SupersededException">The generation is not wanted any more.</exception>
    public Task WriteAsync(
        string articleId, string generation, IReadOnlyList<IndexRow> rows, bool isNew, Func<Task<bool>> isCurrent, CancellationToken cancellationToken)
    {
        var byPartition = rows.ToLookup(row => row.Partition, StringComparer.Ordinal);
        return Task.WhenAll(IndexKey.AllPartitions.Select(partition => StorageConflict.RepeatStepAsync(
            async attempt =>
            {
                await SwitchAsync(partition, articleId, generation, [.. byPartition[partition]], isNew && attempt == 0, isCurrent, cancellationToken);
                return true;
            },
            maxAttempts,
            time,
            cancellationToken)));
    }

    private async Task SwitchAsync(
        string partition, string articleId, string generation, IReadOnlyList<IndexRow> rows, bool isNew, Func<Task<bool>> isCurrent, CancellationToken cancellationToken)
    {
        var old = new PartitionContents { Generation = "", Rows = [] };
        if (!isNew)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, IndexKey.Contents(articleId), cancellationToken: cancellationToken);
            if (found.HasValue) old = PartitionContents.From(found.Value!);
            if (old.Generation == generation && !old.Partial) return;
            if (!await isCurrent()) throw new SupersededException($"article {articleId}");
        }

        var there = old.Rows.ToHashSet(StringComparer.Ordinal);
        var wanted = rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var gone = there.Where(key => !wanted.Contains(key)).Order(StringComparer.Ordinal).ToList();
        var etag = old.Row;
        if (old.Partial && gone.Count > 0)
        {
            // Of these rows it is not known which exist, and deleting one that does not would undo the whole transaction: first all of them exist.
            var stubs = gone.Select(key => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition, key) { ["g"] = "" }));
            etag = await SubmitAsync(partition, articleId, stubs, old with { Rows = there }, null, etag, cancellationToken);
        }

        var changes = rows
            .Select(row => new TableTransactionAction(
                there.Contains(row.Key) || old.Partial ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.Add, row.ToEntity()))
            .Concat(gone.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));
        there.UnionWith(wanted);
        var during = new PartitionContents { Generation = generation, Rows = there, Partial = true };
        var after = new PartitionContents { Generation = generation, Rows = wanted };
        await SubmitAsync(partition, articleId, changes, during, after, etag, cancellationToken);
    }

    /// <summary>Submits changes in as few transactions as possible; all but the last leave the contents <paramref name="during"/>, the last <paramref name="after"/>.</summary>
    private async Task<ETag> SubmitAsync(
        string partition,
        string articleId,
        IEnumerable<TableTransactionAction> changes,
        PartitionContents during,
        PartitionContents? after,
        ETag etag,
        CancellationToken cancellationToken)
    {
        var partial = during.ToEntity(partition, articleId);
        var batches = Cut(partition, partial, changes);
        for (var i = 0; i < batches.Count; i++)
        {
            var contents = after is null || i + 1 < batches.Count ? partial : after.ToEntity(partition, articleId);
            var own = etag == default
                ? new TableTransactionAction(TableTransactionActionType.Add, contents)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, contents, etag);
            var response = await table.SubmitTransactionAsync([own, .. batches[i]], cancellationToken);
            etag = response.Value[0].Headers.ETag ?? throw new InvalidOperationException("the table service returned no ETag");
        }

        return etag;
    }

    /// <summary>Cuts the changes so that each part has room for the row of contents.</summary>
    private static List<IReadOnlyList<TableTransactionAction>> Cut(string partition, TableEntity contents, IEnumerable<TableTransactionAction> changes)
    {
        var parts = new List<IReadOnlyList<TableTransactionAction>>();
        var reserved = new TableTransactionAction(TableTransactionActionType.UpsertReplace, contents);
        TableBatcher? batcher = null;
        foreach (var change in changes)
        {
            if (batcher is null || !batcher.Fits(change))
            {
                if (batcher is not null) parts.Add([.. batcher.Batches().Single().Skip(1)]);
                batcher = new TableBatcher(partition);
                batcher.Add(reserved);
            }

            batcher.Add(change);
        }

        parts.Add(batcher is null ? [] : [.. batcher.Batches().Single().Skip(1)]);
        return parts;
    }
}
