using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace NewsIngest.Storage.Manifest;

/// <summary>Reads and writes the table of files and articles. Rows change only when they are still as they were read.</summary>
internal sealed class ManifestStore(StorageClients clients, ExtractionVersion version)
{
    /// <summary>Version of the form of all rows; a change asks for an upgrade.</summary>
    public const int Schema = 6;

    private const int MaxReasonLength = 2000;
    private readonly TableClient table = clients.Table(StorageNames.ArticlesTable);

    /// <summary>Version that extractions have.</summary>
    public string Version => version.Text;

    public async Task<FileRow?> FileAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(ManifestKey.Partition(id), ManifestKey.File(id), cancellationToken: cancellationToken);
        return found.HasValue ? FileRow.From(Readable(found.Value!)) : null;
    }

    public async Task<ArticleRow?> ArticleAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(ManifestKey.Partition(id), ManifestKey.Article(id), cancellationToken: cancellationToken);
        return found.HasValue ? ArticleRow.From(Readable(found.Value!)) : null;
    }

    /// <summary>Writes rows, those of one partition at once; a row without an ETag must not exist yet. Rows of the last group are written after all others.</summary>
    /// <returns>The new ETag of the row of the file, if there is one.</returns>
    /// <exception cref="RequestFailedException">A row is not as it was read (409, 412 or 404).</exception>
    public async Task<ETag> WriteAsync(IEnumerable<ArticleRow> articles, FileRow? file, CancellationToken cancellationToken)
    {
        var last = file is null ? null : ManifestKey.Partition(file.Id);
        var partitions = articles
            .Select(row => (Entity: row.ToEntity(), row.Row))
            .GroupBy(row => row.Entity.PartitionKey, StringComparer.Ordinal)
            .Where(group => group.Key != last)
            .Select(group => group.ToList())
            .ToList();
        if (file is not null)
        {
            partitions.Add(
            [
                .. articles.Where(row => ManifestKey.Partition(row.Id) == last).Select(row => (row.ToEntity(), row.Row)),
                (file.ToEntity(), file.Row),
            ]);
        }

        ETag written = default;
        foreach (var rows in partitions)
        {
            var batcher = new TableBatcher(rows[0].Entity.PartitionKey);
            foreach (var (entity, etag) in rows) batcher.Add(Write(entity, etag));
            foreach (var batch in batcher.Batches())
            {
                var response = await table.SubmitTransactionAsync(batch, cancellationToken);
                written = response.Value[^1].Headers.ETag ?? throw new InvalidOperationException("the table service returned no ETag");
            }
        }

        return written;
    }

    public async Task WriteAsync(FileRow file, CancellationToken cancellationToken) => await WriteAsync([], file, cancellationToken);

    public async Task WriteAsync(ArticleRow article, CancellationToken cancellationToken) => await WriteAsync([article], null, cancellationToken);

    /// <summary>Ends the extraction of an article: its new row, and in the same transaction what its file shows when it is the only article there.</summary>
    public Task FinishAsync(ArticleRow article, bool alsoFile, CancellationToken cancellationToken)
    {
        var batcher = new TableBatcher(ManifestKey.Partition(article.Id));
        batcher.Add(Write(article.ToEntity(), article.Row));
        if (alsoFile)
        {
            // No condition of its own: whoever changes the row of such a file changes that of its article in the same transaction.
            var file = new TableEntity(ManifestKey.Partition(article.Id), ManifestKey.File(article.Id))
            {
                ["state"] = article.State,
                ["time"] = article.Time,
                ["version"] = article.Version,
                ["reason"] = article.Reason ?? "",
            };
            batcher.Add(new TableTransactionAction(TableTransactionActionType.UpdateMerge, file, ETag.All));
        }

        return table.SubmitTransactionAsync(batcher.Batches().Single(), cancellationToken);
    }

    /// <summary>Lists a file or article among the failed ones, or renews its entry.</summary>
    public Task ListFailureAsync(string id, string blob, string reason, DateTimeOffset time, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            new TableEntity(ManifestKey.FailedPartition, id) { ["blob"] = blob, ["reason"] = reason, ["time"] = time },
            TableUpdateMode.Replace,
            cancellationToken);

    public Task UnlistFailureAsync(string id, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(ManifestKey.FailedPartition, id, ETag.All, cancellationToken);

    /// <summary>A reason as it is stored: bounded, and without halves of surrogate pairs.</summary>
    public static string Reason(string text)
    {
        var cut = text.Length <= MaxReasonLength ? text : text[..MaxReasonLength] + "…";
        return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(cut));
    }

    /// <summary>What a status shows of all rows, or of those of one partition; a page of at most 1,000 at a time.</summary>
    public IAsyncEnumerable<Page<TableEntity>> StatePagesAsync(string? partition, CancellationToken cancellationToken) => table
        .QueryAsync<TableEntity>(partition is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), select: FileState.Columns, cancellationToken: cancellationToken)
        .AsPages();

    /// <summary>The rows of all files, a page of at most 1,000 at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FileRow>> FilePagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = (ManifestKey.File(""), ManifestKey.File("~"));
        await foreach (var page in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken).AsPages())
            yield return [.. page.Values.Select(FileRow.From)];
    }

    /// <summary>The rows of all articles in order of their ids, those after one id or all; a page of at most 1,000 at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ArticleRow>> ArticlePagesAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = (ManifestKey.Article(""), ManifestKey.Article("~"));
        var filter = after is null
            ? TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}")
            : TableClient.CreateQueryFilter($"(PartitionKey gt {ManifestKey.Partition(after)} and RowKey ge {from} and RowKey lt {to}) or (PartitionKey eq {ManifestKey.Partition(after)} and RowKey gt {ManifestKey.Article(after)} and RowKey lt {to})");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages())
            yield return [.. page.Values.Select(ArticleRow.From)];
    }

    /// <summary>The entries of failed files and articles.</summary>
    public IAsyncEnumerable<Page<TableEntity>> FailurePagesAsync(CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {ManifestKey.FailedPartition}"), cancellationToken: cancellationToken).AsPages();

    /// <summary>A row of an earlier form is read as far as it goes and derived anew; one of a later form must not be touched by this version.</summary>
    private static TableEntity Readable(TableEntity row) => row.GetInt32("schema") is > Schema and var later
        ? throw new NewerSchemaException($"{row.RowKey} is of schema {later}, which a newer version of the app wrote; this one knows schema {Schema}")
        : row;

    private static TableTransactionAction Write(TableEntity entity, ETag etag) => etag == default
        ? new TableTransactionAction(TableTransactionActionType.Add, entity)
        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag);
}
