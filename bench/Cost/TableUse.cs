using Azure.Data.Tables;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Cost;

/// <summary>What the tables of an account hold.</summary>
/// <param name="Bytes">As the service counts them.</param>
/// <param name="IndexRows">Rows of the index.</param>
/// <param name="BusiestPartition">Part of these rows that lies in the largest partition.</param>
internal sealed record TableUse(double Bytes, int IndexRows, double BusiestPartition)
{
    public static async Task<TableUse> ReadAsync(string connection, CancellationToken cancellationToken)
    {
        double bytes = 0;
        var partitions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in (string[])[StorageNames.ArticlesTable, StorageNames.IndexTable])
        {
            await foreach (var row in new TableClient(connection, table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            {
                bytes += SizeOf(row);
                if (table == StorageNames.IndexTable) partitions[row.PartitionKey] = partitions.GetValueOrDefault(row.PartitionKey) + 1;
            }
        }

        var rows = partitions.Values.Sum();
        return new TableUse(bytes, rows, rows == 0 ? 0 : (double)partitions.Values.Max() / rows);
    }

    /// <summary>
    /// Four bytes, keys and names in UTF-16, eight for each property, values, see
    /// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model.
    /// </summary>
    private static double SizeOf(TableEntity row)
    {
        double bytes = 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length));
        foreach (var (name, value) in row)
        {
            if (name is "PartitionKey" or "RowKey" or "odata.etag") continue;
            bytes += 8 + (2 * name.Length) + value switch { string text => (2 * text.Length) + 4, byte[] data => data.Length + 4, bool => 1, int => 4, _ => 8 };
        }

        return bytes;
    }
}
