using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Api;

/// <summary>Lists in every format, and how one is chosen.</summary>
public sealed class FormatTests(AzuriteFixture azurite)
{
    private const string Text = "🙂 Ferry news\n\n“The crane is down,” harbour master Lena Voss said on Monday. The ferry to Larvik is late, Voss said.\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_format_tells_the_same_claims()
    {
        await using var host = await WithFerryAsync();
        var claims = (await host.GetAsync("api/claims")).GetProperty("items").EnumerateArray().ToList();
        Assert.True(claims.Count >= 2);

        var lines = (await TextAsync(host, "api/claims?format=ndjson", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(claims.Select(claim => claim.GetRawText()), lines);

        var table = await TextAsync(host, "api/claims?format=csv", "text/csv");
        var rows = table.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,publishedAt,speaker,", rows[0], StringComparison.Ordinal);
        Assert.Equal(claims.Select(claim => claim.GetProperty("id").GetString()), rows[1..].Select(row => row.Split(',')[0]));
        Assert.Contains("\"'=ferry.txt\"", table, StringComparison.Ordinal);

        using var linked = JsonDocument.Parse(await TextAsync(host, "api/claims?format=jsonld", "application/ld+json"));
        Assert.Equal("https://schema.org", linked.RootElement.GetProperty("@context").GetString());
        Assert.Equal(claims.Count, linked.RootElement.GetProperty("@graph").GetArrayLength());
    }

    [Fact]
    public async Task Linked_data_points_at_the_passages_in_code_points()
    {
        await using var host = await WithFerryAsync();
        using var linked = JsonDocument.Parse(await TextAsync(host, "api/claims?format=jsonld", "application/ld+json"));
        var runes = Text.EnumerateRunes().ToList();
        var found = new List<string>();
        foreach (var claim in linked.RootElement.GetProperty("@graph").EnumerateArray())
        {
            found.Add(claim.GetProperty("@type").GetString()!);
            foreach (var target in claim.GetProperty("subjectOf").GetProperty("target").EnumerateArray())
            {
                var position = target.GetProperty("selector")[0];
                var quote = target.GetProperty("selector")[1].GetProperty("exact").GetString();
                var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
                Assert.Equal(quote, string.Concat(runes[start..end]));
                var (prefix, suffix) = (target.GetProperty("selector")[1].GetProperty("prefix").GetString()!, target.GetProperty("selector")[1].GetProperty("suffix").GetString()!);
                Assert.Contains(prefix + quote + suffix, Text, StringComparison.Ordinal);
                Assert.DoesNotContain('\ufffd', prefix + suffix);
            }
        }

        Assert.Contains("Quotation", found);
        Assert.Contains("Claim", found);
    }

    [Theory]
    [InlineData("api/articles")]
    [InlineData("api/entities?name=Voss")]
    public async Task Other_lists_come_in_every_format_too(string path)
    {
        await using var host = await WithFerryAsync();
        var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var id = (await host.GetAsync(path)).GetProperty("items")[0].GetProperty("id").GetString()!;

        foreach (var (format, type) in (IEnumerable<(string, string)>)[("ndjson", "application/x-ndjson"), ("csv", "text/csv"), ("jsonld", "application/ld+json")])
            Assert.Contains(id, await TextAsync(host, $"{path}{join}format={format}", type), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/csv;q=0.5, application/ld+json", "application/ld+json")]
    [InlineData("application/json;q=0, application/*", "application/x-ndjson")]
    [InlineData("application/jsonl", "application/x-ndjson")]
    [InlineData("image/png", null)]
    [InlineData("application/json;q=0", null)]
    public async Task Accept_chooses_the_format(string? accept, string? type)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/claims");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);

        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(type is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type ?? "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_unknown_format_is_refused_by_name()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());

        using var answer = await host.Http.GetAsync("api/claims?format=xml", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal("format", problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
        Assert.Contains("ndjson", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_format_links_to_the_next_page_and_is_compressed_on_request()
    {
        await using var host = await WithFerryAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/claims?limit=1&format=ndjson");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Single((await reader.ReadToEndAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var link = Assert.Single(answer.Headers.GetValues("Link"));
        var next = link[1..link.IndexOf('>', StringComparison.Ordinal)];
        Assert.Single((await TextAsync(host, next.TrimStart('/'), "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<string> TextAsync(RunningHost host, string path, string type)
    {
        using var answer = await host.Http.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private async Task<RunningHost> WithFerryAsync()
    {
        var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("=ferry.txt", Text);
        await host.QueryableAsync("=ferry.txt", Text);
        return host;
    }
}
