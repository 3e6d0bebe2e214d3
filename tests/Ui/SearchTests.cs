using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>I can search for claims by who speaks, about whom, in which words, how and when.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SearchTests(BrowserFixture browser)
{
    [Fact]
    public async Task I_can_search_by_speaker_and_see_each_claim_as_a_card()
    {
        await using var tab = await browser.OpenAsync();
        await tab.Page.GetByLabel("Speaker").FillAsync("Emil Varga");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        var expected = await ClaimsAsync("speaker=Emil%20Varga");
        Assert.NotEmpty(expected);
        await Expect(tab.Page.Locator(".card")).ToHaveCountAsync(expected.Count);
        await Expect(tab.Page.Locator(".card .speaker")).ToHaveTextAsync(expected.Select(_ => "Emil Varga").ToArray());
        await Expect(tab.Page.Locator(".card .words")).ToHaveTextAsync(expected.Select(claim => claim.GetProperty("text").GetString()!).ToArray());
        await Expect(tab.Page.Locator(".card .badge").First).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".card time").First).ToHaveAttributeAsync("datetime", "2024-03-04");
        await Expect(tab.Page.Locator(".card .source").First).ToHaveTextAsync("Harbour crane to be repaired before winter");
    }

    [Fact]
    public async Task Filters_combine_and_stand_in_the_address()
    {
        await using var tab = await browser.OpenAsync();
        await tab.Page.GetByLabel("Words").FillAsync("ferries");
        await tab.Page.GetByLabel("Kind of claim").SelectOptionAsync("warn");
        await tab.Page.GetByLabel("Published from").FillAsync("2024-03-01");
        await tab.Page.GetByLabel("Published to").FillAsync("2024-03-31");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#/claims\\?q=ferries&modality=warn&from=2024-03-01&to=2024-03-31$"));
        await Expect(tab.Page.Locator(".card")).ToHaveCountAsync((await ClaimsAsync("q=ferries&modality=warn&from=2024-03-01&to=2024-03-31")).Count);
        await Expect(tab.Page.Locator(".card")).Not.ToHaveCountAsync(0);
        await Expect(tab.Page.GetByLabel("Words")).ToHaveValueAsync("ferries");
    }

    [Fact]
    public async Task A_search_without_results_says_so_and_leads_back()
    {
        await using var tab = await browser.OpenAsync("#/claims?speaker=Nobody%20Atall");

        await Expect(tab.Main).ToContainTextAsync("No claim passes all filters");
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Clear all filters" }).First.ClickAsync();
        await Expect(tab.Page.Locator(".card")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_the_API_refuses_is_told_with_a_way_to_try_again()
    {
        await using var tab = await browser.OpenAsync("#/claims?modality=sings");

        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("accepted are assert, deny");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_claim_leads_to_what_others_say_against_it()
    {
        await using var tab = await browser.OpenAsync();
        var card = tab.Page.Locator(".card").Filter(new() { Has = tab.Page.Locator(".contradiction") }).First;
        var speaker = await card.Locator(".speaker").InnerTextAsync();
        await card.GetByRole(AriaRole.Link, new() { Name = "Who contradicts this?" }).ClickAsync();

        await Expect(tab.Page.Locator(".asked")).ToContainTextAsync($"Who contradicts {speaker}");
        await Expect(tab.Page.GetByLabel("Not said by")).ToHaveValueAsync(speaker);
        await Expect(tab.Page.GetByLabel("Kind of claim")).ToHaveValueAsync("deny,doubt,reject");
    }

    [Fact]
    public async Task The_speaker_of_a_card_leads_to_who_it_is()
    {
        await using var tab = await browser.OpenAsync("#/claims?speaker=Hanna%20Brook");
        await tab.Page.Locator(".card .speaker").First.ClickAsync();

        await Expect(tab.Heading).ToHaveTextAsync("Hanna Brook");
        await Expect(tab.Page.Locator("svg.timeline rect.asSpeaker").First).ToBeAttachedAsync();
        await Expect(tab.Page.Locator("svg.graph a.node").First).ToBeAttachedAsync();
        await Expect(tab.Page).ToHaveTitleAsync("Hanna Brook · NewsIngest");
    }

    private async Task<IReadOnlyList<JsonElement>> ClaimsAsync(string query) => [.. (await browser.Host.GetAsync($"api/claims?{query}")).GetProperty("items").EnumerateArray()];
}
