using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;
using NewsIngest.Serialization;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;
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

    /// <summary>Before schema 5 an analysis lay apart from its text, and the keys of copies lay in one partition.</summary>
    [Fact]
    public async Task An_article_of_schema_four_is_shown_and_finds_its_copies_once_it_is_extracted_anew()
    {
        var counter = new CallCounter();
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), policies: [counter]);
        await storage.DropAndIngestAsync(File, Text);
        await storage.DropAndIngestAsync("copy.txt", Text);
        await SetSchemaAsync(storage, 4);
        var blobs = new BlobContainerClient(storage.Connection, StorageNames.AnalysisContainer);
        var ids = new[] { File, "copy.txt" }.Select(name => ArticleId.From(StorageNames.ArticlesContainer, name)).ToList();
        foreach (var id in ids)
        {
            var analysis = JsonNode.Parse((await blobs.GetBlobClient($"{id}.json").DownloadContentAsync(Cancel)).Value.Content.ToString())!.AsObject();
            Assert.True(analysis.Remove("article"));
            await blobs.GetBlobClient($"{id}.json").UploadAsync(BinaryData.FromString(analysis.ToJsonString()), overwrite: true, Cancel);
        }

        counter.Reset();
        var before = (await storage.Query.ArticleAsync(ids[0], Cancel))!;
        Assert.Equal((3, "done", 1, 0), (counter.Calls.Count, before.State, before.Analysis!.Claims.Count, before.Copies.Count));

        foreach (var id in ids) Assert.True(await storage.Reprocessor.ReprocessAsync(id, Cancel));
        foreach (var id in ids) await storage.Extractor.ExtractAsync(new ArticleMessage(id, before.Article.Revision), Cancel);

        foreach (var id in ids)
        {
            var after = (await storage.Query.ArticleAsync(id, Cancel))!;
            Assert.Equal(("done", before.Article.Text), (after.State, after.Article.Text));
            Assert.Equal(ids.Single(other => other != id), Assert.Single(after.Copies).Article.Id);
        }
    }

    /// <summary>Before schema 5 rows had no columns to pass over them by.</summary>
    [Fact]
    public async Task Rows_of_schema_four_give_the_same_answers()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync(File, Text + "\nCarl Holm: no deal with [Sudland] is near");
        await storage.DropAndIngestAsync("feed", Feed);
        var before = await AnswersAsync(storage);
        var table = new TableClient(storage.Connection, StorageNames.IndexTable);
        foreach (var row in await storage.RowsAsync(StorageNames.IndexTable))
        {
            WithoutOutline(row);
            foreach (var column in (string[])["m", "e", "t", "s", "b"]) row.Remove(column);
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        }

        Assert.DoesNotContain("[]", before, StringComparison.Ordinal);
        Assert.Equal(before, await AnswersAsync(storage));
    }

    /// <summary>Before schema 6 what an entity is told from was part of the document of its row.</summary>
    [Fact]
    public async Task An_entity_is_told_from_rows_of_schema_five_and_six_alike()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync(File, Text);
        await storage.DropAndIngestAsync("feed", Feed);
        var id = (await storage.Query.EntitiesAsync(new() { Name = "Berg" }, Cancel)).Items[0].Id;
        var before = JsonSerializer.Serialize(await storage.Query.EntityAsync(id, Cancel));
        var table = new TableClient(storage.Connection, StorageNames.IndexTable);
        var rows = (await storage.RowsAsync(StorageNames.IndexTable)).Where(row => row.GetString("e") == id && row.ContainsKey("o")).ToList();
        Assert.True(rows.Count > 1);
        foreach (var row in rows)
        {
            WithoutOutline(row);
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
            Assert.Equal(before, JsonSerializer.Serialize(await storage.Query.EntityAsync(id, Cancel)));
        }

        var answer = JsonNode.Parse(before)!;
        Assert.NotEmpty(answer[nameof(EntityDetail.CoOccurring)]!.AsArray());
        Assert.Equal(rows.Count, answer[nameof(EntityDetail.Articles)]!.AsArray().Count);
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

    private static async Task<string> AnswersAsync(StorageHarness storage)
    {
        var claims = new List<string>();
        foreach (var query in (ClaimQuery[])[new(), new() { Speaker = "Berg" }, new() { About = "Norland" }, new() { Speaker = "Holm", About = "Sudland" }, new() { Modalities = [Modality.Assert] }, new() { Words = "bridge" }])
            claims.Add($"[{string.Join('|', (await storage.Query.ClaimsAsync(query, Cancel)).Items.Select(claim => claim.Text))}]");
        var articles = await storage.Query.ArticlesAsync(new() { Words = "talks" }, Cancel);
        var entities = await storage.Query.EntitiesAsync(new() { Name = "Berg" }, Cancel);
        var entity = await storage.Query.EntityAsync(entities.Items[0].Id, Cancel);
        return $"{string.Join('\n', claims)}\n{articles.Items.Single().Id}\n{entities.Items.Count}\n{entity!.Articles.Count} {entity.Timeline.Count}";
    }

    /// <summary>Puts the profile of an entity where it was before schema 6.</summary>
    private static void WithoutOutline(TableEntity row)
    {
        if (row.GetBinary("o") is not { } outline) return;
        var type = (JsonTypeInfo<JsonObject>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonObject));
        var document = PackedJson.Unpack(row.GetBinary("data"), type);
        var told = PackedJson.Unpack(outline, IndexJson.Stored.EntityOutline);
        var profile = new EntityProfile(told.RoleTexts, [.. Enumerable.Range(1, told.Others).Select(position => new NamedEntity(told.Ids[position].ToString(), told.Names[position].ToString(), (EntityType)told.Types[position]))]);
        document["profile"] = JsonSerializer.SerializeToNode(profile, IndexJson.Stored.EntityProfile);
        row["data"] = PackedJson.Pack(document, type);
        row.Remove("o");
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
