using System.Text.Json;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Cli;

/// <summary>The commands that ask a host over HTTP.</summary>
public sealed class QueryCommandTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private const string Key = "key-of-this-test";
    private readonly TemporaryFolder folder = new();

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    [Fact]
    public async Task Files_are_dropped_queried_and_their_status_shown_by_address()
    {
        var file = folder.Write("pier.txt", "The pier is safe, engineer Nils Aker said on Friday. The pier will close, Aker said.\n");
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", Key));
        var address = host.Http.BaseAddress!.ToString();

        var drop = await CommandRun.RunAsync("", "drop", file, "--to", address, "--key", Key);
        var again = await CommandRun.RunAsync("", "drop", file, "--to", address, "--key", Key);
        var lines = await CommandRun.RunAsync("", "query", "claims", "--speaker", "Aker", "--not-speaker", "Roth", "--modality", "assert,predict", "--format", "ndjson", "--limit", "1000", "--base", address, "--key", Key);
        var json = await CommandRun.RunAsync("", "query", "claims", "--limit", "1", "--format", "json", "--base", address + "api", "--key", Key);
        var csv = await CommandRun.RunAsync("", "query", "entities", "--name", "Nils Aker", "--format", "csv", "--base", address, "--key", Key);
        var table = await CommandRun.RunAsync("", "query", "articles", "--base", address, "--key", Key);
        var status = await CommandRun.RunAsync("", "status", "--base", address, "--key", Key);

        Assert.Equal((0, 0, 0, 0, 0, 0, 0), (drop.ExitCode, again.ExitCode, lines.ExitCode, json.ExitCode, csv.ExitCode, table.ExitCode, status.ExitCode));
        Assert.Contains("queryable: pier.txt", drop.Out, StringComparison.Ordinal);
        Assert.Contains("already ingested: pier.txt", again.Out, StringComparison.Ordinal);
        Assert.All(lines.Lines, line => Assert.Equal("Nils Aker", JsonDocument.Parse(line).RootElement.GetProperty("speaker").GetProperty("name").GetString()));
        Assert.NotEmpty(lines.Lines);
        Assert.Equal(1, JsonDocument.Parse(json.Out).RootElement.GetArrayLength());
        Assert.Contains("Nils Aker", csv.Lines[1], StringComparison.Ordinal);
        Assert.Contains("publishedAt", table.Out, StringComparison.Ordinal);
        Assert.Matches(@"files done\s*\|\s*1", status.Out);
        Assert.DoesNotContain('\u001b', table.Out + status.Out + drop.Out);
    }

    [Theory]
    [InlineData(2, "modality", "query", "claims", "--modality", "shout", "--key", Key)]
    [InlineData(2, "ndjson", "query", "claims", "--format", "xml", "--key", Key)]
    [InlineData(3, "key", "query", "claims")]
    [InlineData(3, "key", "status", "--key", "wrong")]
    public async Task What_goes_wrong_has_an_exit_code_and_a_reason(int code, string reason, params string[] arguments)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("DevelopmentHost:Keys:Function", Key));

        var run = await CommandRun.RunAsync("", [.. arguments, "--base", host.Http.BaseAddress!.ToString()]);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "does not answer")]
    [InlineData("nowhere", "not the address of a host")]
    public async Task A_host_that_is_not_there_is_named(string address, string reason)
    {
        var run = await CommandRun.RunAsync("", "status", "--base", address);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
