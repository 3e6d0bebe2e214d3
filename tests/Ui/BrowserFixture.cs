using Microsoft.Playwright;
using NewsIngest.Screens;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Ui;

/// <summary>One browser and one host with a few articles for all tests of the page. They run one after another, beside the other tests.</summary>
public sealed class BrowserFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningHost? host;

    internal RunningHost Host => host!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        if (browser is null) return;
        host = await RunningHost.StartAsync(azurite.NewAccount());
        foreach (var (name, text) in PageArticles.All) await host.DropAsync(name, text);
        foreach (var (name, text) in PageArticles.All) await host.QueryableAsync(name, text);
    }

    /// <summary>Opens the page at a view. Skips the test, saying why, where there is no browser.</summary>
    internal Task<PageSession> OpenAsync(string view = "", ColorScheme scheme = ColorScheme.Light, int width = 1280) => OpenAsync(Host, view, scheme, width);

    internal async Task<PageSession> OpenAsync(RunningHost on, string view, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        NeedsBrowser();
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = on.Http.BaseAddress!.ToString(),
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        return await PageSession.OpenAsync(context, on.Http.BaseAddress!, view);
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
