using Microsoft.Playwright;
using NewsIngest.Screens;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Ui;

/// <summary>
/// One browser and one host with a few articles for all tests of the page. They run one after another, beside the other tests, each in a tab of its own:
/// a profile of its own would take most of the browser's time, and the page keeps nothing beyond its tab but cached files.
/// </summary>
public sealed class BrowserFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowserContext? profile;
    private RunningHost? host;

    internal RunningHost Host => host!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        if (browser is null) return;
        profile = await browser.NewContextAsync();
        // Without a tab that stays, the window would be closed and made anew for each test.
        await profile.NewPageAsync();
        host = await RunningHost.StartAsync(azurite.NewAccount());
        foreach (var (name, text) in PageArticles.All) await host.DropAsync(name, text);
        foreach (var (name, text) in PageArticles.All) await host.QueryableAsync(name, text);
    }

    /// <summary>Opens the page at a view. Skips the test, saying why, where there is no browser.</summary>
    internal Task<PageSession> OpenAsync(string view = "", ColorScheme scheme = ColorScheme.Light, int width = 1280) => OpenAsync(Host, view, scheme, width);

    internal async Task<PageSession> OpenAsync(RunningHost on, string view, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        NeedsBrowser();
        var page = await profile!.NewPageAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(width, 900);
        return await PageSession.OpenAsync(page, on.Http.BaseAddress!, view);
    }

    internal void NeedsBrowser() => Assert.SkipWhen(browser is null, Chromium.Missing);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null) await host.DisposeAsync();
    }
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
