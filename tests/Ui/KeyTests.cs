using Microsoft.Playwright;
using NewsIngest.Tests.Fixtures;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>Where the API asks for a key I type it once; a wrong one is told.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyTests(AzuriteFixture azurite, BrowserFixture browser)
{
    private const string Key = "only-for-this-test";

    [Fact]
    public async Task A_wrong_key_is_told_and_the_right_one_is_asked_for_once_and_kept_for_the_tab_only()
    {
        browser.NeedsBrowser();
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", Key));
        await using var tab = await browser.OpenAsync(host, "");
        var dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Key").FillAsync("wrong");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This key was not accepted.");

        await dialog.GetByLabel("Key").FillAsync(Key);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Main).ToContainTextAsync("No claims yet.");

        await tab.Page.ReloadAsync();
        await Expect(tab.Main).ToContainTextAsync("No claims yet.");
        await Expect(dialog).ToBeHiddenAsync();
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("() => localStorage.length + document.cookie.length"));
        Assert.DoesNotContain(Key, tab.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_page_says_what_is_missing()
    {
        browser.NeedsBrowser();
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", Key));
        await using var tab = await browser.OpenAsync(host, "#/status");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(tab.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("needs a key");
    }
}
