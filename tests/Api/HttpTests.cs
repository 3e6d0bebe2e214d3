using System.Net;
using System.Text.Json;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Api;

/// <summary>HEAD, OPTIONS, other origins, tags and errors.</summary>
public sealed class HttpTests(AzuriteFixture azurite)
{
    private const string Text = "The gate is shut, Norland’s foreign minister Ina Moss said on Friday.\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entity_is_told_with_its_evidence_and_a_tag()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("gate.txt", Text);
        await host.QueryableAsync("gate.txt", Text);
        var id = (await host.GetAsync("api/entities?name=Ina%20Moss")).GetProperty("items")[0].GetProperty("id").GetString();

        using var answer = await host.Http.GetAsync($"api/entities/{id}", Cancel);
        var entity = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        var role = entity.GetProperty("roles")[0];
        var span = role.GetProperty("span");
        Assert.Equal(Text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], role.GetProperty("text").GetString());
        Assert.True(entity.GetProperty("complete").GetBoolean());
        Assert.Equal(1, entity.GetProperty("counts")[0].GetProperty("asSpeaker").GetInt32());

        using var again = new HttpRequestMessage(HttpMethod.Get, $"api/entities/{id}");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await host.Http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("api/claims", "GET, HEAD, OPTIONS")]
    [InlineData("api/articles/x", "DELETE, GET, HEAD, OPTIONS")]
    public async Task Options_and_a_wrong_method_say_what_is_allowed(string path, string allowed)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", "key"));
        using var options = await SendAsync(host, HttpMethod.Options, path);
        using var wrong = await SendAsync(host, HttpMethod.Patch, path);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.MethodNotAllowed), (options.StatusCode, wrong.StatusCode));
        Assert.Equal(allowed, string.Join(", ", options.Content.Headers.Allow.Order(StringComparer.Ordinal)));
        Assert.Equal(options.Content.Headers.Allow, wrong.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        using var head = await SendAsync(host, HttpMethod.Head, "api/claims");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("application/json", head.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("GET", "api/nothing", 404)]
    [InlineData("GET", "api", 404)]
    [InlineData("GET", "nothing", 404)]
    [InlineData("GET", "api/articles/no-such-id", 401)]
    [InlineData("PUT", "api/claims", 405)]
    [InlineData("GET", "admin/functions", 401)]
    public async Task Every_error_is_a_problem(string method, string path, int status)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", "key"));
        using var answer = await SendAsync(host, new HttpMethod(method), path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_failure_inside_is_a_problem_without_its_details()
    {
        var account = azurite.NewAccount();
        await using var host = await RunningHost.StartAsync(account);
        await new Azure.Data.Tables.TableClient(account, NewsIngest.Storage.StorageNames.IndexTable).DeleteAsync(Cancel);

        using var answer = await SendAsync(host, HttpMethod.Get, "api/claims");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("TableNotFound", body, StringComparison.Ordinal);
        Assert.Equal(503, JsonDocument.Parse(body).RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("https://news.example", "https://news.example", true)]
    [InlineData("https://other.example, https://news.example", "https://news.example", true)]
    [InlineData("*", "*", true)]
    [InlineData("https://other.example", null, false)]
    [InlineData("", null, false)]
    public async Task Pages_of_other_origins_may_call_when_the_setting_names_them(string setting, string? allowed, bool allows)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("Host:CORS", setting), ("DevelopmentHost:Keys:Function", "key"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "api/claims");
        preflight.Headers.Add("Origin", "https://news.example");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "x-functions-key");

        using var answer = await host.Http.SendAsync(preflight, Cancel);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(allows ? [allowed!] : [], answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins : []);
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await host.Http.SendAsync(request, Cancel);
    }
}
