using Microsoft.Playwright;
using NewsIngest.Articles;
using NewsIngest.Storage;

namespace NewsIngest.Screens;

/// <summary>One picture: a view of the page, in which colours, how wide, and what to point at first.</summary>
internal sealed record Shot(string Name, string View, ColorScheme Scheme = ColorScheme.Light, int Width = 1280, int Height = 860, string? Hover = null, string? Click = null)
{
    private const int Phone = 390;
    private const int Tall = 844;
    private const string Story = "russia-ukraine-talks-putin-scholz.txt";
    private const string Person = "#/entities/person.vladimir-putin";
    private static readonly string Article = "#/articles/" + ArticleId.From(StorageNames.ArticlesContainer, Story);

    public static IReadOnlyList<Shot> All { get; } =
    [
        new("search", "#/claims"),
        new("article", Article, Hover: "li.claim:nth-child(4)"),
        new("entity", Person, ColorScheme.Dark, Height: 1060),
        new("api", "#/api?operation=ListClaims", Height: 1400),
        new("phone-search", "#/claims?speaker=Boris%20Johnson", ColorScheme.Dark, Phone, Tall),
        new("phone-article", Article, Width: Phone, Height: Tall, Click: ".ref >> nth=3"),
    ];

    public async Task TakeAsync(IBrowser browser, string host, string file)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            ColorScheme = Scheme,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = Width, Height = Height },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{host}/api/ui/{View}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
        if (Hover is not null) await page.Locator(Hover).HoverAsync();
        if (Click is not null) await page.Locator(Click).ClickAsync();
        await page.ScreenshotAsync(new() { Path = file });
    }
}
