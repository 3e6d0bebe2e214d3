using System.Net.Http.Json;
using System.Text.Json;
using NewsIngest.Functions.Http;
using NewsIngest.Functions.Http.OpenApi;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Api;

/// <summary>The description of the API is what the API does.</summary>
public sealed class OpenApiTests(AzuriteFixture azurite)
{
    private const string Text =
        "Ferry to stay\n\nBy Ada Roth\n\nNORVIK, March 4, 2024 – “The ferry will sail,” Norland’s foreign minister Ina Moss told reporters on Monday. “It costs 30 million euros,” Moss said.\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        Assert.Equal(ApiRoutes.All.Select(route => route.Function).Order(StringComparer.Ordinal), Operations.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Real_answers_fit_their_schemas()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        var document = await host.GetAsync("api/openapi.json");
        using var uploaded = await host.Http.PostAsync("api/articles?name=ferry.txt", new StringContent(Text), Cancel);
        var uploads = await uploaded.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        await host.DropAsync("empty.txt", "");
        await host.QueryableAsync("ferry.txt", Text);
        await host.FailedAsync("empty.txt");
        var article = uploads.GetProperty("uploads")[0].GetProperty("articleId").GetString();
        var entity = (await host.GetAsync("api/entities?name=Ina%20Moss")).GetProperty("items")[0].GetProperty("id").GetString();

        Check(document, "post", "/articles", 202, uploads);
        Check(document, "get", "/claims", 200, await host.GetAsync("api/claims?limit=1"));
        Check(document, "get", "/entities", 200, await host.GetAsync("api/entities?name=Moss"));
        Check(document, "get", "/articles", 200, await host.GetAsync("api/articles"));
        Check(document, "get", "/articles/{id}", 200, await host.GetAsync($"api/articles/{article}"));
        Check(document, "get", "/entities/{id}", 200, await host.GetAsync($"api/entities/{entity}"));
        Check(document, "get", "/status", 200, await host.GetAsync("api/status"));
        Check(document, "get", "/status", 200, await host.GetAsync("api/status?file=ferry.txt"));
        Check(document, "get", "/poison", 200, await host.GetAsync("api/poison"));
        foreach (var (path, address) in ((string, string)[])[("/articles/{id}/reprocess", $"api/articles/{article}/reprocess"), ("/reprocess", "api/reprocess"), ("/poison/retry", "api/poison/retry")])
        {
            using var answer = await host.Http.PostAsync(address, null, Cancel);
            Check(document, "post", path, (int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel));
        }

        using var refused = await host.Http.GetAsync("api/claims?limit=0", Cancel);
        Check(document, "get", "/claims", null, await refused.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var document = JsonSerializer.SerializeToElement(OpenApiDocument.Create());
        var references = References(document).ToList();

        Assert.Contains(references, reference => reference.Contains("/properties/", StringComparison.Ordinal));
        Assert.All(references, reference => Assert.Equal(JsonValueKind.Object, SchemaCheck.Resolve(document, reference).ValueKind));

        static IEnumerable<string> References(JsonElement node) => node.ValueKind switch
        {
            JsonValueKind.Array => node.EnumerateArray().SelectMany(References),
            JsonValueKind.Object => node.EnumerateObject().SelectMany(property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
            _ => [],
        };
    }

    [Fact]
    public async Task Parameters_are_those_that_are_accepted()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        var document = await host.GetAsync("api/openapi.json");
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());

        foreach (var path in (string[])["claims", "entities", "articles"])
        {
            var parameters = document.GetProperty("paths").GetProperty("/" + path).GetProperty("get").GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()!).ToList();
            using var refused = await host.Http.GetAsync($"api/{path}?nonsense=1", Cancel);
            var detail = (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors")[0].GetProperty("message").GetString()!;
            Assert.Equal(string.Join(", ", parameters.Where(name => name != "format")), detail[(detail.IndexOf("are ", StringComparison.Ordinal) + 4)..]);
        }
    }

    private static void Check(JsonElement document, string method, string path, int? status, JsonElement answer)
    {
        var response = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty(status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "default");
        var schema = response.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        var problems = SchemaCheck.Problems(document, schema, answer).ToList();
        Assert.True(problems.Count == 0, $"{method} {path}: {string.Join('\n', problems)}");
    }
}
