using System.Net;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>Keys and headers on every route there is: a function that is added is tested with the others.</summary>
public sealed class RouteKeyTests(AzuriteFixture azurite)
{
    private const string FunctionKey = "function-key-of-this-test";
    private const string MasterKey = "master-key-of-this-test";

    /// <summary>Addresses that may be asked without a key: none of them shows data.</summary>
    private static readonly string[] Open = ["AnyOtherRoute", "GetHealth", "GetOpenApi", "GetUi"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Only_routes_without_data_are_open() =>
        Assert.Equal(Open, Functions().Where(function => Trigger(function).Level == AuthorizationLevel.Anonymous).Select(function => function.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_route_with_a_level_asks_for_its_key()
    {
        await using var host = await StartAsync();
        var asked = 0;
        foreach (var function in Functions().Where(function => Trigger(function).Level != AuthorizationLevel.Anonymous))
        {
            foreach (var method in Trigger(function).Methods)
            {
                var path = Path(function);
                foreach (var wrong in (string?[])[null, "", "wrong", FunctionKey + "x", FunctionKey.ToUpperInvariant(), "' or 1 eq 1"])
                    Assert.Equal((function.Name, HttpStatusCode.Unauthorized), (function.Name, await StatusAsync(host, method, path, wrong)));
                if (Trigger(function).Level == AuthorizationLevel.Admin) Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, method, path, FunctionKey));
                asked++;
            }
        }

        Assert.True(asked >= 15, $"{asked} routes");
    }

    [Fact]
    public async Task The_administration_of_every_function_asks_for_the_master_key()
    {
        await using var host = await StartAsync();
        foreach (var function in FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly))
        {
            foreach (var key in (string?[])[null, "wrong", FunctionKey])
                Assert.Equal((function.Name, HttpStatusCode.Unauthorized), (function.Name, await StatusAsync(host, "POST", $"admin/functions/{function.Name}", key)));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "GET", "admin/host/status", null));
    }

    [Fact]
    public async Task A_path_written_another_way_asks_for_the_key_too()
    {
        await using var host = await StartAsync();
        foreach (var path in (string[])["api/CLAIMS", "API/claims", "api/claims/", "api//claims", "api/%63laims", "api/ui/../claims", "api/ui/%2e%2e/claims", "api/claims;x", "api/claims?code=", "ADMIN/functions", "admin/functions/", "admin/%66unctions", "api/../admin/functions"])
        {
            var status = await StatusAsync(host, "GET", path, null);
            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound, $"{path}: {status}");
        }
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_it_what_it_is()
    {
        await using var host = await StartAsync();
        foreach (var function in Functions())
        {
            foreach (var method in Trigger(function).Methods.DefaultIfEmpty("GET"))
            {
                foreach (var key in (string?[])[null, FunctionKey])
                {
                    using var answer = await SendAsync(host, method, Path(function), key);
                    var what = $"{method} {function.Name} {(int)answer.StatusCode}";
                    Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), what);
                    Assert.True(answer.Headers.TryGetValues("X-Content-Type-Options", out var sniff) && sniff.Single() == "nosniff", what);
                    Assert.True(answer.Headers.CacheControl is { NoStore: true } or { NoCache: true }, $"{what}: {answer.Headers.CacheControl}");
                    if (answer.Content.Headers.ContentType?.MediaType == "text/html") Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                }
            }
        }
    }

    private static IEnumerable<FunctionDescriptor> Functions() =>
        FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly).Where(function => function.Trigger is HttpFunctionTrigger);

    private static HttpFunctionTrigger Trigger(FunctionDescriptor function) => (HttpFunctionTrigger)function.Trigger;

    private static string Path(FunctionDescriptor function) =>
        "api/" + Trigger(function).Route.Replace(ApiRoutes.Anything, "no-such-address", StringComparison.Ordinal).Replace("{*path}", "", StringComparison.Ordinal).Replace("{id}", "00000000000000000000", StringComparison.Ordinal);

    private Task<RunningHost> StartAsync() =>
        RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", FunctionKey), ("DevelopmentHost:Keys:Master", MasterKey));

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string method, string path, string? key)
    {
        using var answer = await SendAsync(host, method, path, key);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string method, string path, string? key)
    {
        // UriCreationOptions keeps the path as it is written: no dots are taken out before it is sent.
        var address = new Uri($"{host.Http.BaseAddress}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        return await host.Http.SendAsync(request, Cancel);
    }
}
