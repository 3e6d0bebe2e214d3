using Microsoft.Playwright;
using NewsIngest.Articles;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Ui;

/// <summary>axe finds nothing serious on any view, in light and dark, on a desk and on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private const int Phone = 360;
    private const int Desk = 1280;

    private const int Height = 900;

    private static readonly (ColorScheme Scheme, int Width)[] Looks = [(ColorScheme.Light, Desk), (ColorScheme.Dark, Desk), (ColorScheme.Light, Phone)];

    public static TheoryData<string> Views { get; } =
    [
        "#/claims", "#/claims?speaker=Nobody%20Atall", "#/claims?modality=sings", "#/articles", "#/articles/" + ArticleId.From(StorageNames.ArticlesContainer, PageArticles.Harbour),
        "#/entities/person.hanna-brook", "#/upload", "#/status", "#/api", "#/api?operation=ListClaims", "#/claims?about=Brook&notSpeaker=Petra%20Olsen&modality=deny,doubt,reject", "#/nowhere",
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_serious(string view)
    {
        await using var tab = await browser.OpenAsync(view);
        await tab.LoadedAsync();
        foreach (var (scheme, width) in Looks)
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await tab.Page.SetViewportSizeAsync(width, Height);
            await CheckAsync(tab);
        }
    }

    internal static async Task CheckAsync(PageSession tab)
    {
        var found = await Axe.RunAsync(tab.Page);

        Assert.InRange(found.Passed, 1, int.MaxValue);
        Assert.Empty(found.Serious);
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
    }
}
