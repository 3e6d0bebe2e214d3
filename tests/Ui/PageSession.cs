using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace NewsIngest.Tests.Ui;

/// <summary>
/// A tab of its own. Whatever the test looks at, disposing of it also checks that the page asked no other host for anything,
/// ran into no error of its own, and broke no rule of its Content-Security-Policy.
/// </summary>
internal sealed class PageSession : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> trouble = new();
    private readonly Uri host;

    private PageSession(IPage page, Uri host)
    {
        Page = page;
        this.host = host;
    }

    public IPage Page { get; }

    public ILocator Main => Page.Locator("main");

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static async Task<PageSession> OpenAsync(IPage page, Uri host, string view)
    {
        page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var session = new PageSession(page, host);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } url && url.Authority != host.Authority) session.trouble.Enqueue($"asked {url}");
        };
        page.PageError += (_, error) => session.trouble.Enqueue($"error: {error}");
        page.Console += (_, message) =>
        {
            // A refused or missing resource is logged as an error too; tests of those look at the page instead.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) session.trouble.Enqueue($"console: {message.Text}");
        };
        page.Dialog += (_, dialog) =>
        {
            session.trouble.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        await session.GoAsync(view);
        return session;
    }

    /// <summary>Goes to a view as an address that is typed in.</summary>
    public Task GoAsync(string view) => Page.GotoAsync(new Uri(host, $"api/ui/{view}").ToString());

    /// <summary>Waits until nothing on the page is loading.</summary>
    public async Task LoadedAsync()
    {
        await Assertions.Expect(Heading.First).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("[aria-busy]")).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.ClearPermissionsAsync();
        await Page.CloseAsync();
        Assert.Empty(trouble);
    }
}
