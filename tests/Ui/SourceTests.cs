using Microsoft.Playwright;
using NewsIngest.Tests.Fixtures;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>I can see from how many sources an answer comes, and which articles are copies of each other.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SourceTests(BrowserFixture browser, AzuriteFixture azurite)
{
    private const string Copy = "copy.txt";
    private const int Phone = 360;
    private const int Height = 900;

    /// <summary>The same story a day later, with another headline and an end of its own.</summary>
    private static readonly string CopyText = PageArticles.TextOf(PageArticles.Harbour)
        .Replace("Harbour crane to be repaired before winter", "Vellmar repairs its crane at last", StringComparison.Ordinal)
        .Replace("VELLMAR, March 4, 2024 (Coastwire)", "VELLMAR, March 5, 2024 (Coastwire)", StringComparison.Ordinal) + "\n\nThe repair is to cost two million.";

    [Fact]
    public async Task Copies_are_counted_as_one_source_and_listed_wherever_they_show()
    {
        browser.NeedsBrowser();
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        (string Name, string Text)[] articles = [.. PageArticles.All, (Copy, CopyText)];
        foreach (var (name, text) in articles) await host.DropAsync(name, text);
        foreach (var (name, text) in articles) await host.QueryableAsync(name, text);
        var listed = await host.GetAsync("api/articles");
        Assert.Equal((3, 2), (listed.GetProperty("items").GetArrayLength(), listed.GetProperty("independentSources").GetInt32()));

        await using var tab = await browser.OpenAsync(host, "#/claims?speaker=Emil%20Varga");
        var sources = tab.Page.Locator(".sources");
        await Expect(sources.Locator("summary")).ToHaveTextAsync("From 2 articles, 1 independent source");
        await sources.Locator("summary").ClickAsync();
        await Expect(sources).ToContainTextAsync("Harbour crane to be repaired before winter has 1 copy");
        await Expect(sources.Locator("li li a")).ToHaveTextAsync("Vellmar repairs its crane at last");
        await tab.Page.SetViewportSizeAsync(Phone, Height);
        await AccessibilityTests.CheckAsync(tab);

        await tab.GoAsync("#/articles");
        await Expect(sources.Locator("summary")).ToHaveTextAsync("From 3 articles, 2 independent sources");
        await sources.Locator("summary").ClickAsync();
        await sources.GetByRole(AriaRole.Link, new() { Name = "Vellmar repairs its crane at last" }).ClickAsync();

        await Expect(tab.Heading).ToHaveTextAsync("Vellmar repairs its crane at last");
        await Expect(sources.Locator("summary")).ToHaveTextAsync("One source with 1 other article");
        await Expect(sources).ToContainTextAsync("the earliest");
        await sources.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(tab.Heading).ToHaveTextAsync("Harbour crane to be repaired before winter");
        await Expect(sources.Locator("summary")).ToHaveTextAsync("1 later copy");

        await tab.GoAsync("#/entities/person.emil-varga");
        await Expect(sources.Locator("summary")).ToHaveTextAsync("From 2 articles, 1 independent source");
    }

    [Fact]
    public async Task An_answer_without_copies_says_how_many_sources_it_has()
    {
        await using var tab = await browser.OpenAsync("#/claims?speaker=Lena%20Falk");
        await Expect(tab.Page.Locator(".sources")).ToHaveTextAsync("From 1 article, 1 independent source");
    }
}
