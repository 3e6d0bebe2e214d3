using System.IO.Compression;
using System.Net;
using System.Text;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Ui;

/// <summary>How the page's files are served: small, with a strict policy, and never twice.</summary>
public sealed class UiFileTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int MostBytes = 150 * 1000;
    private RunningHost? host;

    private HttpClient Http => host!.Http;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", "asked for elsewhere"));

    public async ValueTask DisposeAsync() => await host!.DisposeAsync();

    [Fact]
    public async Task The_page_needs_no_key_and_forbids_what_it_does_not_do()
    {
        using var answer = await Http.GetAsync("api/ui/");

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_file_that_the_caller_has_is_not_sent_again()
    {
        using var first = await Http.GetAsync("api/ui/app.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/ui/app.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Http.SendAsync(request);

        Assert.Equal("text/javascript; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_compressed_file_is_the_same_file()
    {
        var plain = await Http.GetStringAsync("api/ui/app.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/ui/app.js") { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await Http.SendAsync(request);

        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(plain, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task The_address_without_its_last_slash_leads_to_the_page()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Http.BaseAddress };
        using var answer = await client.GetAsync("api/ui");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/api/ui/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("api/ui/nothing.js")]
    [InlineData("api/ui/../host.json")]
    [InlineData("api/ui/%2e%2e/%2e%2e/host.json")]
    [InlineData("api/ui//")]
    public async Task There_are_no_other_files(string address)
    {
        using var answer = await Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void The_page_is_small_and_names_no_other_host()
    {
        var files = Directory.GetFiles(Repository.PathOf("functions", "Ui"));

        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, MostBytes);
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            foreach (var forbidden in new[] { "http://", "https://", "@import", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", " style=" })
                Assert.DoesNotContain(forbidden, text, StringComparison.OrdinalIgnoreCase);
            if (file.EndsWith(".css", StringComparison.Ordinal)) Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
        });
    }
}
