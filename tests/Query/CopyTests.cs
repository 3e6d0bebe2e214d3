using NewsIngest.Articles;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Query;

/// <summary>Articles that are copies of each other: all stay, and they count as one source.</summary>
public sealed class CopyTests(AzuriteFixture azurite)
{
    private const string Body = "\nAnna Berg: the bridge to [Norland] stays open until the last week of autumn, whatever the ferry company wants\n"
        + "Carl Holm: no deal with [Norland] is near, and the talks that began in spring will not end before the election\n"
        + "Anna Berg: the harbour has been dredged twice this year, once for the tankers and once for the fishing boats that nobody else wanted to pay for\n";

    private const string Other = "2024-03-02|Rents\nAnna Berg: rents in the old town rose by four percent in May, which is less than the statistics office had expected in its winter report for the council";

    [Theory]
    [InlineData("first.txt", "second.txt", "third.txt", "other.txt")]
    [InlineData("other.txt", "third.txt", "second.txt", "first.txt")]
    [InlineData("second.txt", "first.txt", "first.txt", "other.txt", "third.txt", "second.txt")]
    public async Task Copies_are_found_whichever_comes_first_or_twice(params string[] order)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["first.txt"] = "2024-03-01|Talks" + Body,
            ["second.txt"] = "2024-03-02|Talks, as others tell it" + Body,
            ["third.txt"] = "|Talks, updated" + Body + "Carl Holm: that is all for today",
            ["other.txt"] = Other,
        };
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        foreach (var name in order) await storage.DropAndIngestAsync(name, files[name]);

        var articles = await storage.Query.ArticlesAsync(new());
        var first = Of("first.txt");
        Assert.Null(first.DuplicateOf);
        Assert.Null(Of("other.txt").DuplicateOf);
        Assert.Equal(first.Id, Of("second.txt").DuplicateOf!.Id);
        Assert.InRange(Of("second.txt").DuplicateOf!.Similarity, 0.8, 1);
        Assert.Equal(first.Id, Of("third.txt").DuplicateOf!.Id);
        Assert.Equal((4, 2), (articles.Items.Count, articles.IndependentSources));
        foreach (var line in articles.Items) Assert.Equal(line.DuplicateOf, (await storage.Query.ArticleAsync(line.Id))!.DuplicateOf);

        var deals = await storage.Query.ClaimsAsync(new() { Speaker = "Carl Holm", Words = "deal" });
        Assert.Equal((3, 1), (deals.Items.Count, deals.IndependentSources));
        Assert.Equal(2, deals.Items.Count(claim => claim.Article.DuplicateOf?.Id == first.Id));
        var berg = await storage.Query.ClaimsAsync(new() { Speaker = "Anna Berg" });
        Assert.Equal((7, 2), (berg.Items.Count, berg.IndependentSources));
        var profile = (await storage.Query.EntityAsync(berg.Items[0].Speaker!.Id))!;
        Assert.Equal((4, 2), (profile.Articles.Count, profile.IndependentSources));

        ArticleLine Of(string name) => articles.Items.Single(article => article.Blob == name);
    }

    [Fact]
    public async Task When_the_original_goes_the_next_copy_takes_its_place()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        foreach (var (name, day) in ((string, string)[])[("a.txt", "2024-03-01"), ("b.txt", "2024-03-02"), ("c.txt", "2024-03-03")]) await storage.DropAndIngestAsync(name, $"{day}|Talks{Body}");
        var ids = new[] { "a.txt", "b.txt", "c.txt" }.Select(name => ArticleId.From(StorageNames.ArticlesContainer, name)).ToArray();
        Assert.Equal(ids[0], (await storage.Query.ArticleAsync(ids[2]))!.DuplicateOf!.Id);
        Assert.Equal(ids[1..], (await storage.Query.ArticleAsync(ids[0]))!.Copies.Select(copy => copy.Article.Id));
        await storage.Deleter.DeleteAsync(ids[0]);
        Assert.Equal(ids[1], (await storage.Query.ArticleAsync(ids[2]))!.DuplicateOf!.Id);
        Assert.Null((await storage.Query.ArticleAsync(ids[1]))!.DuplicateOf);
        Assert.Equal([ids[2]], (await storage.Query.ArticleAsync(ids[1]))!.Copies.Select(copy => copy.Article.Id));
    }

    [Fact]
    public async Task The_same_few_words_in_two_files_are_a_copy_as_well()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("a.txt", "2024-03-01|Short\nAnna Berg: yes");
        await storage.DropAndIngestAsync("b.txt", "2024-03-01|Short\nAnna Berg: yes");
        await storage.DropAndIngestAsync("c.txt", "2024-03-01|Short\nAnna Berg: no");
        var page = await storage.Query.ArticlesAsync(new());
        Assert.Equal((3, 2), (page.Items.Count, page.IndependentSources));
        Assert.Equal(1, Assert.Single(page.Items, article => article.DuplicateOf is not null).DuplicateOf!.Similarity);
    }
}
