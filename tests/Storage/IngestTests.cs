using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class IngestTests(AzuriteFixture azurite)
{
    private const string Talks = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open\nCarl Holm: no deal with [Norland] is near";

    [Fact]
    public async Task A_dropped_article_can_be_asked_by_speaker_subject_and_words()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);

        var claim = Assert.Single(await storage.ClaimsAsync(speaker: "anna berg"));
        Assert.Equal("the bridge to [Norland] stays open", claim.Text);
        Assert.Equal(claim.Text, Talks[claim.Content[0].Start..claim.Content[0].End]);
        Assert.Equal(("talks.txt", "Talks in Riverton"), (claim.Article.Blob, claim.Article.Title));
        Assert.Equal(2, (await storage.ClaimsAsync(about: "Norland")).Count);
        Assert.Equal("Carl Holm", Assert.Single(await storage.ClaimsAsync(words: "deal")).Speaker!.Name);
        Assert.Equal(2, (await storage.ClaimsAsync()).Count);
    }

    [Fact]
    public async Task The_same_file_again_leaves_everything_as_it_is()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        var before = await storage.SnapshotAsync();

        Assert.Empty(await storage.IngestAsync("talks.txt"));
        StorageSnapshot.AssertSame(before, await storage.SnapshotAsync(), "");

        await storage.DropAsync("talks.txt", Talks);
        Assert.Empty(await storage.IngestAsync("talks.txt"));
        StorageSnapshot.AssertSame(before, await storage.SnapshotAsync(), "");
    }

    [Fact]
    public async Task An_overwritten_file_has_only_its_new_claims()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        await storage.DropAndIngestAsync("talks.txt", "2024-04-02|Later\nDora Lind: the ferry sails");

        Assert.Equal("the ferry sails", Assert.Single(await storage.ClaimsAsync()).Text);
        Assert.Empty(await storage.ClaimsAsync(speaker: "Anna Berg"));
        Assert.Empty(await storage.ClaimsAsync(about: "Norland"));
        Assert.Empty(await storage.ClaimsAsync(words: "riverton"));

        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync("talks.txt", "2024-04-02|Later\nDora Lind: the ferry sails");
        await StorageSnapshot.AssertSameAsync(calm, storage);
    }

    [Fact]
    public async Task Two_deliveries_at_once_end_as_one()
    {
        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync("talks.txt", Talks);
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await using var other = storage.Other();
        await storage.DropAsync("talks.txt", Talks);

        await Task.WhenAll(storage.IngestAsync("talks.txt"), other.IngestAsync("talks.txt"), other.IngestAsync("talks.txt"));

        await StorageSnapshot.AssertSameAsync(calm, storage);
    }

    [Fact]
    public async Task A_file_of_several_articles_loses_those_that_a_new_version_lacks()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("feed", "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second\n---\n2024-01-03|Three\nAnna Berg: third");
        Assert.Equal(["third", "second", "first"], (await storage.ClaimsAsync(speaker: "berg")).Select(claim => claim.Text));
        Assert.Equal("done", Assert.Single((await storage.Query.StatusAsync()).Files).Key);

        await storage.DropAndIngestAsync("feed", "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: changed");
        Assert.Equal(["changed", "first"], (await storage.ClaimsAsync(speaker: "berg")).Select(claim => claim.Text));
        Assert.Equal(2, (await storage.Query.ArticlesAsync(new())).Items.Count);
    }

    [Fact]
    public async Task A_file_that_cannot_be_parsed_is_listed_with_its_reason_and_harms_nothing_else()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        await storage.DropAsync("broken.txt", "|!");

        await Assert.ThrowsAsync<ParseException>(() => storage.Ingestor.IngestAsync("broken.txt"));
        await Assert.ThrowsAsync<ParseException>(() => storage.Ingestor.IngestAsync("broken.txt"));

        var status = await storage.Query.StatusAsync();
        var failed = Assert.Single(status.Failed);
        Assert.Equal(("broken.txt", "the first line is not date|title"), (failed.File, failed.Reason));
        Assert.Equal(1, status.Files["done"]);
        Assert.Equal(1, status.Files["failed"]);
        Assert.Equal(2, (await storage.ClaimsAsync()).Count);

        await storage.DropAndIngestAsync("broken.txt", "2024-03-02|Mended\nAnna Berg: it works");
        Assert.Empty((await storage.Query.StatusAsync()).Failed);
        Assert.Equal(3, (await storage.ClaimsAsync()).Count);
    }

    [Fact]
    public async Task A_good_file_that_is_overwritten_with_a_bad_one_takes_its_claims_along()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        await storage.DropAsync("talks.txt", "|!");
        await Assert.ThrowsAsync<ParseException>(() => storage.Ingestor.IngestAsync("talks.txt"));

        Assert.Empty(await storage.ClaimsAsync());
        Assert.Empty((await storage.Query.ArticlesAsync(new())).Items);
        Assert.Null(await storage.Query.ArticleAsync(ArticleId.From(StorageNames.ArticlesContainer, "talks.txt")));
        Assert.Equal("talks.txt", Assert.Single((await storage.Query.StatusAsync()).Failed).File);

        await storage.DropAndIngestAsync("talks.txt", Talks);
        Assert.Equal(2, (await storage.ClaimsAsync()).Count);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_unread()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), settings: new() { ["NewsIngest:MaxFileBytes"] = "100" });
        await storage.DropAsync("long.txt", "2024-01-01|Long\n" + new string('x', 100));

        var refused = await Assert.ThrowsAsync<ParseException>(() => storage.Ingestor.IngestAsync("long.txt"));
        Assert.Contains("116 bytes; the limit is 100", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("NewsIngest:MaxFileBytes", Assert.Single((await storage.Query.StatusAsync()).Failed).Reason, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UploadException>(() => storage.Uploader.UploadAsync("long.txt", new MemoryStream(new byte[101]), null));
    }

    [Fact]
    public async Task An_article_that_is_not_extracted_is_stored_and_says_why()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("fremd.txt", "2024-03-01|foreign\nkein Wort davon");

        var status = await storage.Query.StatusAsync();
        Assert.Equal(("fremd.txt", "language xx"), (Assert.Single(status.NotExtracted).File, status.NotExtracted[0].Reason));
        Assert.Equal("language xx", Assert.Single((await storage.Query.ArticlesAsync(new() { Words = "foreign" })).Items).NotExtracted);
    }

    [Fact]
    public async Task An_analysis_without_evidence_is_never_written()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), article => ScriptedNews.Analyze(article) with
        {
            Claims = [ScriptedNews.Analyze(article).Claims[0] with { Text = "something else" }],
        });
        await storage.DropAsync("talks.txt", Talks);
        var message = Assert.Single(await storage.Ingestor.IngestAsync("talks.txt"));

        await Assert.ThrowsAsync<Analysis.EvidenceException>(() => storage.Extractor.ExtractAsync(message));

        Assert.Empty(await storage.ClaimsAsync());
        Assert.Contains("is not what its spans hold", Assert.Single((await storage.Query.StatusAsync()).Failed).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await storage.RowsAsync(StorageNames.IndexTable), row => row.RowKey[0] != '!');
    }

    [Fact]
    public async Task A_message_about_a_replaced_revision_is_skipped()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAsync("talks.txt", Talks);
        var old = Assert.Single(await storage.Ingestor.IngestAsync("talks.txt"));
        await storage.DropAndIngestAsync("talks.txt", "2024-04-02|Later\nDora Lind: the ferry sails");
        var before = await storage.SnapshotAsync();

        await storage.Extractor.ExtractAsync(old);

        StorageSnapshot.AssertSame(before, await storage.SnapshotAsync(), "");
    }

    [Fact]
    public async Task An_event_for_a_file_that_is_gone_does_nothing()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        Assert.Empty(await storage.Ingestor.IngestAsync("never.txt"));
        Assert.Empty(await storage.RowsAsync(StorageNames.ArticlesTable));
    }

    [Fact]
    public void Every_partition_of_the_index_is_used() =>
        Assert.Equal(IndexKey.Partitions, Enumerable.Range(0, 1000).Select(i => IndexKey.Partition(IndexKey.Prefix(IndexKey.Term, "word" + i))).Distinct().Count());
}
