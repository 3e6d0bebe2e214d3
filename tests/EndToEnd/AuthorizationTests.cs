using System.Net;
using System.Net.Http.Json;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.EndToEnd;

/// <summary>Who may call what, once keys are configured.</summary>
public sealed class AuthorizationTests(AzuriteFixture azurite)
{
    private const string FunctionKey = "function-key-of-this-test";
    private const string MasterKey = "master-key-of-this-test";

    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "api/articles" },
        { "GET", "api/articles/00000000000000000000" },
        { "DELETE", "api/articles/00000000000000000000" },
        { "POST", "api/articles?name=a.txt" },
        { "GET", "api/claims" },
        { "GET", "api/entities?name=x" },
        { "GET", "api/entities/x" },
        { "GET", "api/status" },
        { "GET", "api/poison" },
        { "POST", "api/articles/00000000000000000000/reprocess" },
        { "POST", "api/poison/no-such-message/retry" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_asks_for_a_key(string method, string path)
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, ""));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, FunctionKey));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, MasterKey));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, method, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={FunctionKey}", null));
    }

    [Theory]
    [InlineData("GET", "admin/host/status")]
    [InlineData("POST", "api/reprocess")]
    [InlineData("POST", "api/poison/retry")]
    [InlineData("GET", "admin/functions")]
    [InlineData("POST", "admin/functions/ParseArticle")]
    public async Task An_administration_route_asks_for_the_master_key(string method, string path)
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, FunctionKey));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, MasterKey));
    }

    [Fact]
    public async Task The_next_page_does_not_repeat_the_callers_key()
    {
        await using var host = await StartAsync();
        await host.DropAsync("a.txt", "The gate is shut, guard Ina Moss said on Friday.\n");
        await host.DropAsync("b.txt", "The gate is open, guard Ina Moss said on Sunday.\n");
        host.Http.DefaultRequestHeaders.Add("x-functions-key", FunctionKey);
        await Eventually.TrueAsync(
            async () => (await host.GetAsync("api/articles")).GetProperty("items").GetArrayLength() == 2, "two articles");
        host.Http.DefaultRequestHeaders.Clear();

        var page = await host.GetAsync($"api/articles?limit=1&code={FunctionKey}");

        var next = page.GetProperty("next").GetString()!;
        Assert.DoesNotContain(FunctionKey, next, StringComparison.Ordinal);
        Assert.Single((await host.GetAsync($"{next.TrimStart('/')}&code={FunctionKey}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_administration_route_runs_a_function_by_hand()
    {
        const string text = "The gate is shut, guard Ina Moss said on Friday.\n";
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("AzureWebJobs.ParseArticle.Disabled", "false"));
        await host.DropAsync("gate.txt", text);

        using var accepted = await host.Http.PostAsJsonAsync("admin/functions/parsearticle", new { input = "articles/gate.txt" }, Cancel);
        using var unknown = await host.Http.PostAsJsonAsync("admin/functions/Nothing", new { input = "x" }, Cancel);
        using var empty = await host.Http.PostAsJsonAsync("admin/functions/ParseArticle", new { nothing = 1 }, Cancel);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (accepted.StatusCode, unknown.StatusCode, empty.StatusCode));
        await host.QueryableAsync("gate.txt", text);
    }

    [Theory]
    [InlineData("PUT", "api/articles", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "api/claims", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "claims", HttpStatusCode.NotFound)]
    public async Task A_method_or_route_that_no_function_takes_is_refused(string method, string path, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());

        Assert.Equal(status, await StatusAsync(host, method, path, null));
    }

    [Theory]
    [InlineData("api/claims?modality=shout", "modality")]
    [InlineData("api/claims?from=yesterday", "from")]
    [InlineData("api/claims?limit=100000", "limit")]
    [InlineData("api/claims?speeker=x", "speeker")]
    [InlineData("api/articles?cursor=forged", "cursor")]
    [InlineData("api/entities", "name")]
    public async Task What_is_not_understood_is_answered_with_problem_details(string path, string parameter)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());

        using var answer = await host.Http.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Cancel);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Equal(parameter, problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    private Task<RunningHost> StartAsync() =>
        RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", FunctionKey), ("DevelopmentHost:Keys:Master", MasterKey));

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string method, string path, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        using var answer = await host.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
