using Azure.Data.Tables;
using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Storage.Manifest;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>Rows that another version of the app wrote.</summary>
public sealed class UpgradeTests(AzuriteFixture azurite)
{
    private const string File = "talks.txt";
    private const string Text = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open";
    private const string Feed = "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The version before wrote rows of schema 2, of its own version of the extraction, and knew no incomplete files.</summary>
    [Theory]
    [InlineData(File, Text)]
    [InlineData("feed", Feed)]
    public async Task Rows_of_the_version_before_are_queryable_and_derived_anew_when_asked(string file, string text)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await using var old = storage.OfVersion("0.2", ScriptedNews.Analyze);
        await old.DropAndIngestAsync(file, text);
        await SetSchemaAsync(storage, ManifestStore.Schema - 1);
        var before = (await storage.ClaimsAsync()).Select(claim => claim.Text).ToList();
        Assert.NotEmpty(before);

        var asked = await storage.Reprocessor.ReprocessOlderAsync(ArticleReprocessor.CurrentVersion, null, cancellationToken: Cancel);
        foreach (var message in await storage.Ingestor.IngestAsync(file, Cancel)) await storage.Extractor.ExtractAsync(message, Cancel);

        Assert.Equal(before.Count, asked.Queued);
        Assert.Equal(before, (await storage.ClaimsAsync()).Select(claim => claim.Text));
        await using var fresh = await StorageHarness.CreateAsync(azurite.NewAccount());
        await fresh.DropAndIngestAsync(file, text);
        StorageSnapshot.AssertSame(WithoutSchemaOfFiles(await fresh.SnapshotAsync()), WithoutSchemaOfFiles(await storage.SnapshotAsync()), "upgraded");
    }

    [Fact]
    public async Task Rows_of_a_newer_version_are_left_alone()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync(File, Text);
        await SetSchemaAsync(storage, ManifestStore.Schema + 1);
        var before = await storage.SnapshotAsync();
        await storage.DropAsync(File, Text + " again");

        await Assert.ThrowsAsync<NewerSchemaException>(() => storage.IngestAsync(File));
        await Assert.ThrowsAsync<NewerSchemaException>(() => storage.Deleter.DeleteAsync(ArticleId.From(StorageNames.ArticlesContainer, File), Cancel));

        await storage.DropAsync(File, Text);
        StorageSnapshot.AssertSame(before, await storage.SnapshotAsync(), "left alone");
        Assert.Single(await storage.ClaimsAsync());
    }

    private static async Task SetSchemaAsync(StorageHarness storage, int schema)
    {
        var table = new TableClient(storage.Connection, StorageNames.ArticlesTable);
        foreach (var row in (await storage.RowsAsync(StorageNames.ArticlesTable)).Where(row => row.ContainsKey("schema")))
        {
            row["schema"] = schema;
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        }
    }

    /// <summary>The row of a file of many articles is not written when these are extracted: it says of which form it is until the file is dropped again.</summary>
    private static Dictionary<string, string> WithoutSchemaOfFiles(SortedDictionary<string, string> state) => state.ToDictionary(
        pair => pair.Key,
        pair => pair.Key.Contains("/file~", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(pair.Value, ";schema=\\d+", "") : pair.Value,
        StringComparer.Ordinal);
}
