using NewsIngest.Articles;
using NewsIngest.Storage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>Whatever an article says, it stays text. That no rule of the policy is broken is checked in every test of the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SafetyTests(BrowserFixture browser)
{
    private const string Script = "<script>window.hacked = 1</script>";
    private const string Handler = "\" onmouseover=\"window.hacked=1\"";

    [Fact]
    public async Task Markup_in_an_article_is_shown_as_text()
    {
        var id = ArticleId.From(StorageNames.ArticlesContainer, PageArticles.Hostile);
        await using var tab = await browser.OpenAsync($"#/articles/{id}");
        await tab.LoadedAsync();

        var text = await tab.Page.Locator(".text").EvaluateAsync<string>("node => { node.querySelectorAll('.ref').forEach(ref => ref.remove()); return node.textContent; }");
        Assert.Equal(PageArticles.TextOf(PageArticles.Hostile), text);
        await HarmlessAsync(tab);
    }

    [Theory]
    [InlineData("#/articles", Script)]
    [InlineData("#/claims?q=headline", Script)]
    [InlineData("#/claims?q=attribute", Handler)]
    [InlineData("#/claims?speaker=%3Cscript%3Ewindow.hacked=1%3C/script%3E", null)]
    [InlineData("#/%3Cimg%20src=x%20onerror=window.hacked=1%3E", null)]
    public async Task Markup_in_lists_and_addresses_is_shown_as_text(string view, string? shown)
    {
        await using var tab = await browser.OpenAsync(view);
        await tab.LoadedAsync();

        if (shown is not null) await Expect(tab.Main).ToContainTextAsync(shown);
        await HarmlessAsync(tab);
    }

    private static async Task HarmlessAsync(PageSession tab)
    {
        Assert.Equal(0, await tab.Page.Locator("main script, main img, main [onmouseover], main [onerror]").CountAsync());
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => window.hacked === undefined"));
    }
}
