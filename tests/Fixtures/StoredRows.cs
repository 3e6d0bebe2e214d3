using System.Globalization;
using Azure.Data.Tables;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Fixtures;

/// <summary>All rows that queries read, as lines of text, so that two accounts can be compared.</summary>
internal static class StoredRows
{
    public static async Task<IReadOnlyList<string>> ReadAsync(string connectionString)
    {
        var lines = new List<string>();
        await foreach (var row in new TableClient(connectionString, StorageNames.IndexTable).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            var properties = row.Where(property => property.Key is not ("odata.etag" or "Timestamp")).OrderBy(property => property.Key, StringComparer.Ordinal);
            lines.Add(string.Join('\t', properties.Select(property => $"{property.Key}={Text(property.Value)}")));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
