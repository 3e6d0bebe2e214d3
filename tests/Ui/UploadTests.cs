using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>I can drop a file on the page and watch it become queryable.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class UploadTests(BrowserFixture browser)
{
    /// <summary>A drag that ends on the page, as the browser reports it.</summary>
    private const string Drop =
        """
        ([name, text]) => {
          const files = new DataTransfer();
          files.items.add(new File([text], name, { type: 'text/plain' }));
          for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task A_dropped_file_becomes_queryable_before_my_eyes()
    {
        await using var tab = await browser.OpenAsync("#/upload");
        await tab.LoadedAsync();
        await tab.Page.EvaluateAsync(Drop, new[]
        {
            "lighthouse.txt",
            "Lamp of Sundholm to stay lit\n\nSUNDHOLM, April 9, 2024 (Coastwire) - The lamp of Sundholm will stay lit, harbour master Greta Moll said on Tuesday.\n\n\"The lamp stays,\" Moll told reporters.\n",
        });

        await Expect(tab.Page.Locator(".upload .state")).ToContainTextAsync(Queryable());
        await tab.Page.Locator(".upload .state a").ClickAsync();
        await Expect(tab.Heading).ToContainTextAsync("Lamp of Sundholm to stay lit");
        await tab.GoAsync("#/claims?q=Sundholm%20lit");
        await Expect(tab.Page.Locator(".card")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_new_version_of_a_file_is_waited_for()
    {
        await using var tab = await browser.OpenAsync("#/upload");
        await tab.LoadedAsync();
        foreach (var title in new[] { "First title of the day", "Second title of the day" })
        {
            await tab.Page.EvaluateAsync(Drop, new[] { "twice.txt", $"{title}\n\nMayor Hanna Brook said on Monday that the bridge would open in May.\n" });
            await Expect(tab.Page.Locator(".upload .state").First).ToContainTextAsync(title);
        }
    }

    [Fact]
    public async Task A_file_of_many_articles_is_followed_to_the_last_of_them()
    {
        await using var tab = await browser.OpenAsync("#/upload");
        await tab.LoadedAsync();
        await tab.Page.EvaluateAsync(Drop, new[]
        {
            "wire.jsonl",
            """
            {"id": "a", "title": "Pier to be painted", "text": "Pier to be painted\n\nThe pier will be painted in June, mayor Hanna Brook said on Monday."}
            {"id": "b", "title": "Pier not to be painted", "text": "Pier not to be painted\n\nThe pier will not be painted in June, port director Emil Varga said on Tuesday."}
            """,
        });

        await Expect(tab.Page.Locator(".upload .state")).ToContainTextAsync("Queryable: 2 articles");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_with_the_reason()
    {
        await using var tab = await browser.OpenAsync("#/upload");
        await tab.LoadedAsync();
        await tab.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "empty.txt", MimeType = "text/plain", Buffer = [] });

        await Expect(tab.Page.Locator(".upload .state")).ToContainTextAsync("Failed: ");
        await tab.GoAsync("#/status");
        await Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Failed" })).ToContainTextAsync("empty.txt");
    }

    [GeneratedRegex("Queryable with [1-9]")]
    private static partial Regex Queryable();
}
