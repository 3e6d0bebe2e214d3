using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>Calls to the storage are what is paid for.</summary>
public sealed class CallCountTests(AzuriteFixture azurite)
{
    /// <summary>Calls of the product itself; the host adds about nine: upload, event and message put, got and deleted.</summary>
    private const int PerArticle = 18;
    private const int PerQuery = 3;
    private const string Talks = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open\nCarl Holm: no deal with [Norland] is near";

    [Fact]
    public async Task An_article_takes_eighteen_calls_and_a_repeated_event_two()
    {
        var counter = new CallCounter();
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), policies: [counter]);
        await storage.DropAsync("talks.txt", Talks);
        counter.Reset();
        var messages = await storage.IngestAsync("talks.txt");
        Assert.True(counter.Calls.Count <= PerArticle, string.Join('\n', counter.Calls));

        counter.Reset();
        await storage.IngestAsync("talks.txt");
        Assert.Equal(2, counter.Calls.Count);

        counter.Reset();
        await storage.Extractor.ExtractAsync(messages[0]);
        Assert.Single(counter.Calls);
    }

    [Fact]
    public async Task A_query_takes_no_more_calls_when_there_is_more()
    {
        var counter = new CallCounter();
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), policies: [counter]);
        for (var i = 0; i < 30; i++)
        {
            await storage.DropAndIngestAsync($"{i}.txt", $"2024-03-{i + 1:00}|Talks\n" + string.Join('\n', Enumerable.Range(0, 10).Select(j => $"Anna Berg: word{j} and [Norland] again")));
        }

        foreach (var query in (NewsIngest.Query.ClaimQuery[])[new(), new() { Speaker = "berg" }, new() { About = "Norland" }, new() { Words = "word7" }, new() { Modalities = [Claims.Modality.Deny] }])
        {
            counter.Reset();
            var page = await storage.Query.ClaimsAsync(query);
            Assert.InRange(counter.Calls.Count, 1, PerQuery);
            Assert.True(page.Items.Count > 0 || query.Modalities.Count > 0);
        }

        counter.Reset();
        Assert.NotNull(await storage.Query.ArticleAsync((await storage.Query.ArticlesAsync(new())).Items[0].Id));
        Assert.Equal(1 + PerQuery, counter.Calls.Count);
        counter.Reset();
        var entity = (await storage.Query.EntitiesAsync(new() { Name = "Norland" })).Items[0];
        Assert.Equal(30, (await storage.Query.EntityAsync(entity.Id))!.Articles.Count);
        Assert.InRange(counter.Calls.Count, 2, PerQuery);
    }
}
