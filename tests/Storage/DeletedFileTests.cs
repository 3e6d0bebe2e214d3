using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>A file that is deleted from the container takes along what came of it.</summary>
public sealed class DeletedFileTests(AzuriteFixture azurite)
{
    private const string Talks = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open";

    [Fact]
    public async Task Its_articles_go()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        await storage.DropAndIngestAsync("feed", "2024-01-01|One\nBo Dahl: first\n---\n2024-01-02|Two\nBo Dahl: second");
        await storage.Articles.DeleteBlobAsync("feed");

        Assert.True(await storage.Deleter.FollowDeletionAsync("feed"));
        Assert.False(await storage.Deleter.FollowDeletionAsync("feed"));

        Assert.Equal("the bridge to [Norland] stays open", Assert.Single(await storage.ClaimsAsync()).Text);
        Assert.Single((await storage.Query.ArticlesAsync(new())).Items);
    }

    [Fact]
    public async Task A_file_that_failed_is_no_longer_listed()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), settings: new() { ["NewsIngest:MaxFileBytes"] = "3" });
        await storage.DropAsync("talks.txt", Talks);
        await Assert.ThrowsAsync<NewsIngest.Parsing.ParseException>(() => storage.Ingestor.IngestAsync("talks.txt"));
        await storage.Articles.DeleteBlobAsync("talks.txt");

        await storage.Deleter.FollowDeletionAsync("talks.txt");

        Assert.Empty((await storage.Query.StatusAsync()).Failed);
    }

    [Fact]
    public async Task A_file_that_is_there_again_stays()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        var before = await storage.SnapshotAsync();

        Assert.False(await storage.Deleter.FollowDeletionAsync("talks.txt"));

        StorageSnapshot.AssertSame(before, await storage.SnapshotAsync(), "late event of a deletion");
    }

    [Fact]
    public async Task A_file_that_is_deleted_while_it_is_read_leaves_nothing()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await using var reading = storage.With(file =>
        {
            storage.Articles.DeleteBlob("talks.txt");
            storage.Deleter.FollowDeletionAsync("talks.txt").GetAwaiter().GetResult();
            return ScriptedNews.Parse(file);
        });
        await storage.DropAsync("talks.txt", Talks);

        Assert.Empty(await reading.Ingestor.IngestAsync("talks.txt"));

        Assert.Null(await storage.Query.ArticleAsync(ArticleId.From(StorageNames.ArticlesContainer, "talks.txt")));
        Assert.DoesNotContain(await storage.SnapshotAsync(), entry => entry.Key.StartsWith(StorageNames.ParsedContainer, StringComparison.Ordinal));
        await storage.DropAndIngestAsync("talks.txt", Talks);
        Assert.Single(await storage.ClaimsAsync());
    }

    [Theory]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","data":{"url":"https://a.blob.core.windows.net/articles/b%C3%A9%20%231/c.txt"}}""", "bé #1/c.txt")]
    [InlineData("""{"type":"Microsoft.Storage.BlobDeleted","data":{"url":"http://127.0.0.1:10000/account/articles/c.txt"}}""", "c.txt")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobCreated","data":{"url":"https://a.blob.core.windows.net/articles/c.txt"}}""", null)]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","data":{"url":"https://a.blob.core.windows.net/parsed/c.txt"}}""", null)]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","data":{"url":"https://a.blob.core.windows.net/articles"}}""", null)]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","data":7}""", null)]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted"}""", null)]
    [InlineData("[]", null)]
    [InlineData("no event", null)]
    public void The_name_is_read_from_the_event(string json, string? file) => Assert.Equal(file, DeletionEvent.FileOf(json));
}
