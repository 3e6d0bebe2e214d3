using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsIngest.Tests.Ui;

/// <summary>I can read what the API offers and try it without leaving the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ApiPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task Every_operation_of_the_document_is_there_with_its_summary()
    {
        await using var tab = await browser.OpenAsync();
        await tab.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "API" }).ClickAsync();
        await Expect(tab.Heading).ToHaveTextAsync("API");
        var document = await browser.Host.GetAsync("api/openapi.json");

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(one => one.Name != "head"))
            {
                var summary = tab.Page.Locator(".operations summary").Filter(new() { HasText = $"{operation.Name.ToUpperInvariant()} {path.Name}" });
                await Expect(summary.Filter(new() { HasText = operation.Value.GetProperty("summary").GetString() })).ToHaveCountAsync(1);
            }
        }
    }

    [Fact]
    public async Task An_operation_tells_its_parameters_and_what_comes_back()
    {
        await using var tab = await browser.OpenAsync("#/api?operation=ListClaims");
        await tab.LoadedAsync();

        var parameters = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Parameters" });
        await Expect(parameters.GetByRole(AriaRole.Row).Filter(new() { HasText = "modality" })).ToContainTextAsync("assert, deny, warn");
        await Expect(parameters.GetByRole(AriaRole.Row).Filter(new() { HasText = "limit" })).ToContainTextAsync("whole number from 1 to 200");
        await tab.Page.Locator(".answer summary").First.ClickAsync();
        await tab.Page.Locator(".shape summary").First.ClickAsync();
        await Expect(tab.Page.Locator(".shape .shape").First).ToContainTextAsync("speakerSpan");
    }

    [Fact]
    public async Task I_can_try_an_operation_and_see_the_answer_and_the_command()
    {
        await using var tab = await browser.OpenAsync("#/api?operation=ListClaims");
        var form = tab.Page.GetByRole(AriaRole.Form, new() { Name = "Try GET /claims" });
        await form.GetByLabel("speaker", new() { Exact = true }).FillAsync("Emil Varga");
        await form.GetByLabel("limit").FillAsync("1");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send GET" }).ClickAsync();

        var answer = form.GetByRole(AriaRole.Region, new() { Name = "Answer" });
        await Expect(answer).ToContainTextAsync("Emil Varga");
        using var json = JsonDocument.Parse(await answer.InnerTextAsync());
        Assert.Equal(1, json.RootElement.GetProperty("items").GetArrayLength());
        await Expect(form).ToContainTextAsync("curl 'http");
    }

    [Fact]
    public async Task What_is_refused_is_shown_as_it_comes()
    {
        await using var tab = await browser.OpenAsync("#/api?operation=GetArticle");
        var form = tab.Page.GetByRole(AriaRole.Form, new() { Name = "Try GET /articles/{id}" });
        await form.GetByLabel("id").FillAsync("no/such");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send GET" }).ClickAsync();

        await Expect(form).ToContainTextAsync("404");
        await Expect(form).ToContainTextAsync("application/problem+json");
    }
}
