using Azure.Storage.Queues;
using Microsoft.Playwright;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>I see what was given up and why, and have it tried again: one message, or all with the master key.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StatusTests(AzuriteFixture azurite, BrowserFixture browser)
{
    private const string FunctionKey = "function-key-of-this-test";
    private const string MasterKey = "master-key-of-this-test";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_message_that_was_given_up_is_tried_again()
    {
        browser.NeedsBrowser();
        await using var host = await WithPoisonAsync();
        await using var tab = await browser.OpenAsync(host, "#/status");
        var table = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Given up" });
        var row = table.GetByRole(AriaRole.Row).Filter(new() { HasText = PageArticles.Harbour });
        await Expect(row).ToContainTextAsync("reading the file");
        await AccessibilityTests.CheckAsync(tab);
        await row.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(row).ToHaveCountAsync(0);
        await Expect(table).ToContainTextAsync("0123456789abcdef0123");
        Assert.Equal(1, (await host.GetAsync("api/poison")).GetProperty("depth").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_tried_again_says_why_and_stays()
    {
        browser.NeedsBrowser();
        await using var host = await WithPoisonAsync();
        await using var tab = await browser.OpenAsync(host, "#/status");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try all again" }).ClickAsync();

        await Expect(tab.Main).ToContainTextAsync("1 asked for again, 1 not: there is no such article any more");
        Assert.Equal(1, (await host.GetAsync("api/poison")).GetProperty("depth").GetInt32());
    }

    [Fact]
    public async Task To_try_all_again_asks_for_the_master_key()
    {
        browser.NeedsBrowser();
        await using var host = await WithPoisonAsync(("DevelopmentHost:Keys:Function", FunctionKey), ("DevelopmentHost:Keys:Master", MasterKey));
        await using var tab = await browser.OpenAsync(host, "#/status");
        await TypeKeyAsync(tab, FunctionKey);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try all again" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("takes the master key");
        await TypeKeyAsync(tab, MasterKey);

        await Expect(tab.Main).ToContainTextAsync("1 asked for again");
    }

    [Fact]
    public async Task A_failed_file_is_read_again_on_request()
    {
        browser.NeedsBrowser();
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("broken.txt", "");
        var first = (await host.FailedAsync("broken.txt")).GetProperty("time").GetDateTimeOffset();
        await using var tab = await browser.OpenAsync(host, "#/status");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try again: broken.txt" }).First.ClickAsync();

        await Eventually.GetAsync(() => host.StateAsync("broken.txt"), file => file?.State == "failed" && file.Time > first, "the file to be read again");
        await Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Failed" })).ToContainTextAsync("broken.txt");
    }

    private static async Task TypeKeyAsync(PageSession tab, string key)
    {
        var dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Key").FillAsync(key);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeHiddenAsync();
    }

    /// <summary>A host with two messages that were given up: one of a file that can be read, one of an article that is not there.</summary>
    private async Task<RunningHost> WithPoisonAsync(params (string, string)[] settings)
    {
        var host = await RunningHost.StartAsync(azurite.NewAccount(), settings);
        await host.DropAsync(PageArticles.Harbour, PageArticles.TextOf(PageArticles.Harbour));
        await Eventually.GetAsync(() => host.StateAsync(PageArticles.Harbour), file => file?.State == "done", "the article");
        await SendAsync(host, StorageNames.BlobPoisonQueue, $$"""{"ContainerName":"articles","BlobName":"{{PageArticles.Harbour}}"}""");
        await SendAsync(host, StorageNames.ParsedPoisonQueue, """{"articleId":"0123456789abcdef0123","revision":"x"}""");
        return host;
    }

    private static async Task SendAsync(RunningHost host, string queue, string text)
    {
        QueueClient client = host.Storage.Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await client.SendMessageAsync(text, Cancel);
    }
}
