using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Cli;

public sealed class DropCommandTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private const string Story = "The dam is full, Ruth Calder said on Friday.\n";
    private readonly TemporaryFolder folder = new();

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    [Fact]
    public async Task Files_and_folders_are_followed_until_they_are_queryable()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        var file = folder.Write("single.txt", Story);
        folder.Write("many/a.txt", Story);
        folder.Write("many/deeper/b.txt", "");

        var first = await CommandRun.RunAsync("", "drop", file, folder["many"], "--to", host.ConnectionString);
        var second = await CommandRun.RunAsync("", "drop", file, "--to", host.ConnectionString);

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("queryable: single.txt", first.Out, StringComparison.Ordinal);
        Assert.Contains("queryable: a.txt", first.Out, StringComparison.Ordinal);
        Assert.Matches("Failed: deeper/b.txt: .*empty", first.Out);
        Assert.Contains("2 files ingested, 0 already ingested, 1 failed", first.Out, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("1 already ingested, nothing changed", second.Out, StringComparison.Ordinal);
        await host.QueryableAsync("single.txt", Story);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_before_it_is_sent()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        var file = folder.Write("huge.txt", new string('a', 11 * 1024 * 1024));

        var run = await CommandRun.RunAsync("", "drop", file, "--to", host.ConnectionString);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("Failed: huge.txt: .*10485760", run.Out);
        Assert.False(await host.Articles.GetBlobClient("huge.txt").ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_host_at_work_it_says_so()
    {
        var file = folder.Write("waiting.txt", Story);
        var connection = azurite.NewAccount();

        var run = await CommandRun.RunAsync("", "drop", file, "--to", connection, "--timeout", "2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Is a host working on this storage?", run.Error, StringComparison.Ordinal);
        Assert.True(await new Azure.Storage.Blobs.BlobClient(connection, StorageNames.ArticlesContainer, "waiting.txt").ExistsAsync(TestContext.Current.CancellationToken));
    }
}
