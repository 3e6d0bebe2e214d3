using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>All rows and blobs of an account as text, for comparing two runs.</summary>
internal static class StorageSnapshot
{
    private static readonly string[] Varying = ["odata.etag", "Timestamp", "time", "etag", "parsed", "analysis"];

    public static Task<SortedDictionary<string, string>> TakeAsync(StorageHarness storage) => TakeAsync(storage.Connection);

    public static async Task<SortedDictionary<string, string>> TakeAsync(string connection)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in (string[])[StorageNames.ArticlesTable, StorageNames.IndexTable])
        {
            await foreach (var row in new TableClient(connection, table).QueryAsync<TableEntity>()) all[$"{table}/{row.PartitionKey}/{row.RowKey}"] = Text(row);
        }

        foreach (var container in (string[])[StorageNames.ArticlesContainer, StorageNames.ParsedContainer, StorageNames.AnalysisContainer])
        {
            var client = new BlobContainerClient(connection, container);
            await foreach (var blob in client.GetBlobsAsync())
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
                all[$"{container}/{blob.Name}"] = container == StorageNames.ParsedContainer ? WithoutETag(content) : content;
            }
        }

        return all;
    }

    /// <summary>Fails with the rows and blobs that differ.</summary>
    public static async Task AssertSameAsync(StorageHarness expected, StorageHarness actual) =>
        AssertSame(await TakeAsync(expected), await TakeAsync(actual), "");

    public static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual, string after)
    {
        var differences = expected.Keys.Union(actual.Keys)
            .Where(key => expected.GetValueOrDefault(key) != actual.GetValueOrDefault(key))
            .Select(key => $"{key}\n  expected: {expected.GetValueOrDefault(key, "(nothing)")}\n  actual:   {actual.GetValueOrDefault(key, "(nothing)")}");
        Assert.True(!differences.Any(), $"{after}\n{string.Join('\n', differences)}");
    }

    private static string Text(TableEntity row) => string.Join(
        ';',
        row.Where(property => !Varying.Contains(property.Key))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => $"{property.Key}={(property.Value is byte[] bytes ? Convert.ToHexString(bytes) : property.Value)}"));

    private static string WithoutETag(string json)
    {
        var article = JsonNode.Parse(json)!;
        ((JsonObject)article["source"]!).Remove("etag");
        return article.ToJsonString();
    }
}
