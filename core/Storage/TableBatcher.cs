using System.Text;
using Azure.Data.Tables;

namespace NewsIngest.Storage;

/// <summary>
/// Cuts the changes of one partition into transactions the service accepts: at most 100 rows and less than 4 MiB each, one partition,
/// each row once. See https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions.
/// </summary>
internal sealed class TableBatcher(string partition)
{
    public const int MaxRows = 100;

    /// <summary>Kept well below 4 MiB: sizes are estimated.</summary>
    public const int MaxBytes = 3 * 1024 * 1024;

    /// <summary>A row may be 1 MiB; binary data grows by a third on the wire, the estimate is of that.</summary>
    public const int MaxRowBytes = 1024 * 1024;

    private const int EnvelopeBytes = 700;
    private const int PropertyBytes = 40;
    private readonly HashSet<string> rows = new(StringComparer.Ordinal);
    private readonly List<List<TableTransactionAction>> batches = [];
    private int bytes;

    /// <exception cref="InvalidOperationException">The row belongs to another partition, was added before, or is too large.</exception>
    public void Add(TableTransactionAction action)
    {
        if (action.Entity.PartitionKey != partition)
            throw new InvalidOperationException($"row {action.Entity.RowKey} belongs to partition {action.Entity.PartitionKey}, not {partition}");
        if (!rows.Add(action.Entity.RowKey))
            throw new InvalidOperationException($"row {action.Entity.RowKey} is changed twice");
        var size = Size(action.Entity);
        if (size > MaxRowBytes)
            throw new InvalidOperationException($"row {action.Entity.RowKey} has {size} bytes, more than a table row may have");
        if (!Fits(action))
        {
            batches.Add([]);
            bytes = 0;
        }

        batches[^1].Add(action);
        bytes += size;
    }

    /// <summary>Whether a change goes into the transaction that was begun last.</summary>
    public bool Fits(TableTransactionAction action) =>
        batches.Count > 0 && batches[^1].Count < MaxRows && bytes + Size(action.Entity) <= MaxBytes;

    public IReadOnlyList<IReadOnlyList<TableTransactionAction>> Batches() => batches;

    /// <summary>An upper estimate of what a row takes in a request.</summary>
    internal static int Size(ITableEntity row)
    {
        var size = EnvelopeBytes + (4 * (row.PartitionKey.Length + row.RowKey.Length));
        if (row is not TableEntity entity) return size;
        foreach (var (name, value) in entity)
        {
            size += PropertyBytes + (2 * name.Length) + value switch
            {
                byte[] data => ((data.Length + 2) / 3 * 4),
                string text => Encoding.UTF8.GetByteCount(text) * 2,
                _ => 0,
            };
        }

        return size;
    }
}
