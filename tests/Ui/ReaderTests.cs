using System.Text.Json;
using Microsoft.Playwright;
using NewsIngest.Articles;
using NewsIngest.Storage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>I can read an article, see every claim where it stands, and go from one to the other.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReaderTests(BrowserFixture browser)
{
    /// <summary>The text as it is shown, without the numbers put into it.</summary>
    private const string ShownText = "nodes => nodes.map(node => { const copy = node.cloneNode(true); copy.querySelectorAll('.ref').forEach(ref => ref.remove()); return copy.textContent; }).join('')";

    private static readonly string Harbour = ArticleId.From(StorageNames.ArticlesContainer, PageArticles.Harbour);

    [Fact]
    public async Task The_article_stands_there_unchanged()
    {
        await using var tab = await OpenAsync();

        Assert.Equal(PageArticles.TextOf(PageArticles.Harbour), await tab.Page.Locator(".text").EvaluateAllAsync<string>(ShownText));
        await Expect(tab.Heading).ToContainTextAsync("Harbour crane to be repaired before winter");
    }

    [Fact]
    public async Task The_marks_of_each_claim_are_its_spans_exactly()
    {
        await using var tab = await OpenAsync();
        var claims = await ClaimsAsync();
        Assert.Contains(claims, claim => claim.GetProperty("content").GetArrayLength() > 1);

        foreach (var claim in claims)
        {
            var marks = tab.Page.Locator($"mark[data-claims~=\"{claim.GetProperty("id").GetString()}\"]");
            Assert.Equal(string.Concat(Spans(claim)), await marks.EvaluateAllAsync<string>(ShownText));
        }
    }

    [Fact]
    public async Task Pointing_at_a_claim_lights_up_all_its_spans_and_no_others()
    {
        await using var tab = await OpenAsync();
        var split = (await ClaimsAsync()).First(claim => claim.GetProperty("content").GetArrayLength() > 1);
        await tab.Page.Locator($"[data-claim=\"{split.GetProperty("id").GetString()}\"] .words").HoverAsync();

        Assert.Equal(string.Concat(Spans(split)), await tab.Page.Locator("mark.lit").EvaluateAllAsync<string>(ShownText));
    }

    [Fact]
    public async Task Clicking_a_mark_chooses_its_claim_and_the_address_leads_to_it()
    {
        await using var tab = await OpenAsync();
        var id = await tab.Page.Locator("mark").First.GetAttributeAsync("data-claims");
        await tab.Page.Locator("mark").First.ClickAsync();

        await Expect(tab.Page.Locator(".claim.chosen")).ToHaveCountAsync(1);
        var chosen = await tab.Page.Locator(".claim.chosen").GetAttributeAsync("data-claim");
        Assert.Contains(chosen!, id!, StringComparison.Ordinal);
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator(".claim.chosen")).ToHaveAttributeAsync("data-claim", chosen!);
    }

    [Fact]
    public async Task The_keyboard_alone_goes_from_text_to_claim_and_back()
    {
        await using var tab = await OpenAsync();
        var number = tab.Page.Locator(".ref").First;
        await number.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        var item = tab.Page.Locator(".claim.chosen .number");
        await Expect(item).ToBeFocusedAsync();

        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(number).ToBeFocusedAsync();
        await Expect(tab.Page.Locator("mark.lit")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_role_leads_to_the_passage_that_gives_it()
    {
        await using var tab = await browser.OpenAsync("#/entities/person.hanna-brook");
        await tab.Page.Locator(".roles a").First.ClickAsync();

        await Expect(tab.Page.Locator(".passage").First).ToBeInViewportAsync();
        Assert.Contains("mayor", string.Concat(await tab.Page.Locator(".passage").AllTextContentsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_the_chosen_claim_lies_over_the_text_until_I_close_it()
    {
        await using var tab = await browser.OpenAsync($"#/articles/{Harbour}", width: 390);
        await tab.LoadedAsync();
        await tab.Page.Locator("mark").First.ClickAsync();

        await Expect(tab.Page.Locator(".claim.chosen .words")).ToBeInViewportAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(tab.Page.Locator(".claim.chosen")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task I_can_copy_a_claim_with_its_source()
    {
        await using var tab = await OpenAsync();
        await tab.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var item = tab.Page.Locator("[data-claim]").Filter(new() { HasText = "stop the ferries" });
        var button = item.GetByRole(AriaRole.Button, new() { Name = "Copy" });
        await button.ClickAsync();
        await Expect(button).ToHaveTextAsync("Copied");

        var copied = await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith("Emil Varga", copied, StringComparison.Ordinal);
        Assert.Contains("the work could stop the ferries for a week (Harbour crane to be repaired before winter, Coastwire, 4 Mar 2024; http", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_told_so()
    {
        await using var tab = await browser.OpenAsync("#/articles/00000000000000000000");

        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no article with this id.");
    }

    private async Task<PageSession> OpenAsync()
    {
        var tab = await browser.OpenAsync($"#/articles/{Harbour}");
        await tab.LoadedAsync();
        return tab;
    }

    private async Task<IReadOnlyList<JsonElement>> ClaimsAsync() => [.. (await browser.Host.GetAsync($"api/articles/{Harbour}")).GetProperty("claims").EnumerateArray()];

    private static IEnumerable<string> Spans(JsonElement claim)
    {
        var text = PageArticles.TextOf(PageArticles.Harbour);
        return claim.GetProperty("content").EnumerateArray().Select(span => text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
    }
}
