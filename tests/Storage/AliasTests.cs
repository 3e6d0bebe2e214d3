using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>Names across articles: one person under several names, and two persons under one surname.</summary>
public sealed class AliasTests(AzuriteFixture azurite)
{
    private static readonly Analysis.ArticleAnalyzer Analyzer = new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());
    private static readonly ArticleParser Parser = new();

    [Theory]
    [InlineData("Trump")]
    [InlineData("President Trump")]
    [InlineData("Donald Trump")]
    public async Task A_person_is_found_by_each_name_an_article_used(string asked)
    {
        await using var storage = await StoreAsync(
            ("a.txt", "Donald Trump flew to Ohio on Friday. President Trump said the bridge was safe."),
            ("b.txt", "Donald Trump said the tunnel was closed. Trump said it would open in May."));

        var speakers = (await storage.ClaimsAsync(speaker: asked)).Select(c => c.Speaker!.Id).Distinct();
        Assert.Equal(["person.donald-trump"], speakers);
        Assert.Equal(2, (await storage.ClaimsAsync(speaker: asked)).Select(c => c.Article.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("US")]
    [InlineData("U.S.")]
    [InlineData("United States")]
    [InlineData("America")]
    public async Task A_country_is_one_by_all_its_names(string asked)
    {
        await using var storage = await StoreAsync(
            ("a.txt", "Kari Lindqvist said the US would join the talks."),
            ("b.txt", "Kari Lindqvist said America had changed its mind."),
            ("c.txt", "Kari Lindqvist said the United States was late."));

        Assert.Equal(3, (await storage.ClaimsAsync(about: asked)).Select(c => c.Article.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_bare_surname_is_nobody_of_another_article()
    {
        await using var storage = await StoreAsync(
            ("a.txt", "Margaret Whitfield said the bridge was safe."),
            ("b.txt", "Mr Whitfield said the tunnel was closed."));

        var ids = (await storage.ClaimsAsync(speaker: "Whitfield")).Select(c => c.Speaker!.Id).Distinct().ToList();
        Assert.Equal(2, ids.Count);
        Assert.Contains("person.margaret-whitfield", ids);
    }

    private async Task<StorageHarness> StoreAsync(params (string Name, string Text)[] files)
    {
        await using var empty = await StorageHarness.CreateAsync(azurite.NewAccount(), Analyzer.Analyze);
        var storage = empty.Other(Analyzer.Analyze);
        await using var parsing = empty.With(file => Parser.Parse(file));
        foreach (var (name, text) in files)
        {
            await storage.DropAsync(name, text);
            foreach (var message in await parsing.Ingestor.IngestAsync(name)) await storage.Extractor.ExtractAsync(message);
        }

        return storage;
    }
}
