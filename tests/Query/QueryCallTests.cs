using System.Globalization;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Query;

/// <summary>What queries cost when much is stored: 20,000 claims in 286 articles.</summary>
public sealed class QueryCallTests(AzuriteFixture azurite)
{
    private const int Articles = 286;
    private const int ClaimsPerArticle = 70;
    private const int IngestsAtOnce = 8;

    [Fact]
    public async Task A_query_over_twenty_thousand_claims_takes_two_calls_and_one_for_each_page()
    {
        var counter = new CallCounter();
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), policies: [counter]);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Articles),
            new ParallelOptions { MaxDegreeOfParallelism = IngestsAtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (i, _) => await storage.DropAndIngestAsync($"{i}.txt", Text(i)));

        foreach (var query in (ClaimQuery[])
        [
            new(), new() { Limit = 200 }, new() { Speaker = "Berg" }, new() { About = "Norland", Limit = 200 }, new() { Words = "harbour" },
            new() { Speaker = "Anna Berg", About = "Norland", Modalities = [NewsIngest.Claims.Modality.Deny], Words = "bridge" }, new() { Words = "\"no bridge\"", Limit = 200 },
        ])
        {
            counter.Reset();
            var pages = 0;
            string? cursor = null;
            do
            {
                var page = await storage.Query.ClaimsAsync(query with { Cursor = cursor });
                Assert.NotEmpty(page.Items);
                cursor = page.Next;
            }
            while (++pages < 3 && cursor is not null);
            Assert.NotNull(cursor);
            Assert.True(counter.Calls.Count <= 2 + pages, $"{query}: {counter.Calls.Count} calls for {pages} pages");
        }

        var articles = await CountedAsync(counter, () => storage.Query.ArticlesAsync(new()));
        Assert.Equal(50, articles.Items.Count);
        foreach (var query in (ArticleListQuery[])[new() { Words = "talks", Limit = 200 }, new() { Publisher = "nobody" }, new() { Language = "en" }, new() { From = DateTimeOffset.UnixEpoch, Limit = 200 }])
            await CountedAsync(counter, () => storage.Query.ArticlesAsync(query));
        foreach (var line in articles.Items.Take(5))
        {
            var article = await CountedAsync(counter, async () => (await storage.Query.ArticleAsync(line.Id))!);
            Assert.Equal((ClaimsPerArticle, true), (article.Analysis!.Claims.Count, article.Copies.Count > 0));
        }

        await CountedAsync(counter, async () => Assert.Null(await storage.Query.ArticleAsync("0123456789abcdef0123")));
        await CountedAsync(counter, async () => Assert.Null(await storage.Query.EntityAsync("person.nobody")));
        await CountedAsync(counter, async () => Assert.NotNull(await storage.Query.FileAsync("7.txt")));
        var berg = await CountedAsync(counter, async () => Assert.Single((await storage.Query.EntitiesAsync(new() { Name = "Berg" })).Items));
        var detail = await CountedAsync(counter, async () => (await storage.Query.EntityAsync(berg.Id))!);
        Assert.Equal((true, Articles), (detail.Complete, detail.Articles.Count));
        Assert.Equal(Articles * ClaimsPerArticle / 2, detail.Counts.Sum(count => count.AsSpeaker));

        // The lengths of four queues, failures, and the manifest in one page.
        counter.Reset();
        Assert.Equal(Articles, (await storage.Query.StatusAsync()).Files["done"]);
        Assert.Equal(2, counter.Calls.Count(call => call.Contains($"/{StorageNames.ArticlesTable}(", StringComparison.Ordinal)));
        Assert.Equal(6, counter.Calls.Count);
    }

    private static async Task<T> CountedAsync<T>(CallCounter counter, Func<Task<T>> query)
    {
        counter.Reset();
        var result = await query();
        Assert.InRange(counter.Calls.Count, 1, 3);
        return result;
    }

    private static async Task CountedAsync(CallCounter counter, Func<Task> query) => await CountedAsync(counter, async () =>
    {
        await query();
        return true;
    });

    private static string Text(int article)
    {
        var day = new DateOnly(2024, 1, 1).AddDays(article).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var claims = Enumerable.Range(0, ClaimsPerArticle).Select(i => $"{(i % 2 == 0 ? "Anna Berg" : "Carl Holm")}: {(i % 3 == 0 ? "no" : "one")} bridge to [Norland] at harbour {i % 5}");
        return $"{day}|Talks\n{string.Join('\n', claims)}";
    }
}
