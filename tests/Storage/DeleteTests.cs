using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class DeleteTests(AzuriteFixture azurite)
{
    private const string Talks = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open";

    [Fact]
    public async Task A_deleted_article_is_gone_with_its_file()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        var id = ArticleId.From(StorageNames.ArticlesContainer, "talks.txt");

        Assert.True(await storage.Deleter.DeleteAsync(id));

        Assert.Null(await storage.Query.ArticleAsync(id));
        Assert.Empty(await storage.ClaimsAsync());
        Assert.Empty((await storage.Query.ArticlesAsync(new())).Items);
        Assert.Empty((await storage.Query.EntitiesAsync(new() { Name = "Berg" })).Items);
        Assert.False(await storage.Articles.GetBlobClient("talks.txt").ExistsAsync());
        Assert.False(await storage.Deleter.DeleteAsync(id));
        Assert.Equal("deleted", Assert.Single((await storage.Query.StatusAsync()).Files).Key);
    }

    [Fact]
    public async Task A_late_event_or_message_does_not_bring_it_back()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAsync("talks.txt", Talks);
        var message = Assert.Single(await storage.Ingestor.IngestAsync("talks.txt"));
        await storage.Extractor.ExtractAsync(message);
        await storage.Deleter.DeleteFileAsync("talks.txt");
        var deleted = await storage.SnapshotAsync();

        Assert.Empty(await storage.Ingestor.IngestAsync("talks.txt"));
        await storage.Extractor.ExtractAsync(message);

        StorageSnapshot.AssertSame(deleted, await storage.SnapshotAsync(), "late event and message");
    }

    [Fact]
    public async Task A_new_drop_of_the_same_name_is_a_new_article()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        await storage.Deleter.DeleteFileAsync("talks.txt");
        await storage.DropAndIngestAsync("talks.txt", Talks);

        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync("talks.txt", Talks);
        await StorageSnapshot.AssertSameAsync(calm, storage);
    }

    [Fact]
    public async Task One_article_of_a_file_goes_alone()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("feed", "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second");
        var newest = (await storage.Query.ArticlesAsync(new())).Items[0];

        Assert.True(await storage.Deleter.DeleteAsync(newest.Id));
        Assert.Equal("first", Assert.Single(await storage.ClaimsAsync()).Text);
        await storage.IngestAsync("feed");
        Assert.Equal("first", Assert.Single(await storage.ClaimsAsync()).Text);
        Assert.True(await storage.Articles.GetBlobClient("feed").ExistsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-article")]
    [InlineData("0123456789abcdef0123")]
    [InlineData("' or PartitionKey ne '")]
    public async Task What_is_not_there_cannot_be_deleted(string id)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", Talks);
        Assert.False(await storage.Deleter.DeleteAsync(id));
        Assert.Single(await storage.ClaimsAsync());
    }
}
