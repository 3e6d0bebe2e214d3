using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Bench.Faults;

/// <summary>Manifest, index, dropped files, parsed articles and analyses of an account as text, so that two runs can be compared row for row and blob for blob.</summary>
internal sealed class StorageState
{
    /// <summary>Differs between any two runs: when something was written, and the ETags of rows and blobs. Nothing else is left out.</summary>
    private static readonly string[] Varying = ["odata.etag", "Timestamp", "time", "etag", "parsed", "analysis"];

    private readonly HashSet<string> listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> tombstones = new(StringComparer.Ordinal);

    /// <summary>Rows by table, partition and key, blobs by container and name.</summary>
    public SortedDictionary<string, string> Entries { get; } = new(StringComparer.Ordinal);

    public static async Task<StorageState> ReadAsync(string connection)
    {
        var state = new StorageState();
        await foreach (var row in new TableClient(connection, StorageNames.ArticlesTable).QueryAsync<TableEntity>()) state.AddManifest(row);
        await foreach (var row in new TableClient(connection, StorageNames.IndexTable).QueryAsync<TableEntity>()) state.Entries[$"{StorageNames.IndexTable}/{row.PartitionKey}/{row.RowKey}"] = Text(row);
        foreach (var container in (string[])[StorageNames.ArticlesContainer, StorageNames.ParsedContainer, StorageNames.AnalysisContainer])
        {
            var client = new BlobContainerClient(connection, container);
            await foreach (var blob in client.GetBlobsAsync())
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
                state.Entries[$"{container}/{blob.Name}"] = container switch
                {
                    StorageNames.ParsedContainer => WithoutETag(content, json => json),
                    StorageNames.AnalysisContainer => WithoutETag(content, json => json["article"]),
                    _ => content,
                };
            }
        }

        return state;
    }

    /// <summary>What differs, one text for each row or blob.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual) =>
    [
        .. expected.Keys.Union(actual.Keys)
            .Order(StringComparer.Ordinal)
            .Where(key => expected.GetValueOrDefault(key) != actual.GetValueOrDefault(key))
            .Select(key => $"{key}\n  expected: {expected.GetValueOrDefault(key, "(nothing)")}\n  actual:   {actual.GetValueOrDefault(key, "(nothing)")}"),
    ];

    /// <summary>
    /// The entries without the marks (tombstone, and the ten rows of contents) of articles that only an overwritten version of a file had: they are there
    /// if that version was seen before it was overwritten, which is a matter of time. The tombstones of deleted articles stay: their files list them.
    /// </summary>
    public Dictionary<string, string> WithoutOverwritten()
    {
        var marks = tombstones.Except(listed).SelectMany(id => IndexKey.AllPartitions
            .Select(partition => $"{StorageNames.IndexTable}/{partition}/{IndexKey.Contents(id)}")
            .Append($"{StorageNames.ArticlesTable}/{ManifestKey.Partition(id)}/{ManifestKey.Article(id)}"));
        var kept = new Dictionary<string, string>(Entries, StringComparer.Ordinal);
        foreach (var mark in marks) kept.Remove(mark);
        return kept;
    }

    private void AddManifest(TableEntity row)
    {
        Entries[$"{StorageNames.ArticlesTable}/{row.PartitionKey}/{row.RowKey}"] = Text(row);
        if (row.RowKey.StartsWith(ManifestKey.File(""), StringComparison.Ordinal)) listed.UnionWith(FileRow.From(row).Articles);
        else if (row.RowKey.StartsWith(ManifestKey.Article(""), StringComparison.Ordinal) && ArticleRow.From(row) is { State: ItemState.Deleted } gone) tombstones.Add(gone.Id);
    }

    private static string Text(TableEntity row) => string.Join(
        ';',
        row.Where(property => !Varying.Contains(property.Key))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => $"{property.Key}={(property.Value is byte[] bytes ? Convert.ToHexString(bytes) : property.Value)}"));

    private static string WithoutETag(string json, Func<JsonNode, JsonNode?> article)
    {
        var document = JsonNode.Parse(json)!;
        (article(document)?["source"] as JsonObject)?.Remove("etag");
        return document.ToJsonString();
    }
}
