using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Cli;

/// <summary>What was given up, by command.</summary>
public sealed class PoisonCommandTests(AzuriteFixture azurite)
{
    private const string Text = "The mill is closed, owner Tora Lund said on Friday.\n";

    [Fact]
    public async Task It_is_listed_and_tried_again()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        var address = host.Http.BaseAddress!.ToString();
        var nothing = await CommandRun.RunAsync("", "poison", "list", "--base", address);
        await host.DropAsync("mill.txt", Text);
        await host.QueryableAsync("mill.txt", Text);
        var queue = host.Storage.Queues.GetQueueClient(StorageNames.BlobPoisonQueue);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("""{"ContainerName":"articles","BlobName":"mill.txt"}""");
        await queue.SendMessageAsync("of somebody else");

        var list = await CommandRun.RunAsync("", "poison", "list", "--base", address);
        var json = await CommandRun.RunAsync("", "poison", "list", "--json", "--base", address);
        var retry = await CommandRun.RunAsync("", "poison", "retry", "--base", address);

        Assert.Equal((0, 1, 1, 1), (nothing.ExitCode, list.ExitCode, json.ExitCode, retry.ExitCode));
        Assert.Contains("0 messages", nothing.Out, StringComparison.Ordinal);
        Assert.Contains("mill.txt", list.Out, StringComparison.Ordinal);
        Assert.Contains("of somebody else", list.Out, StringComparison.Ordinal);
        Assert.Contains("2 messages", list.Out, StringComparison.Ordinal);
        Assert.StartsWith("{", json.Out, StringComparison.Ordinal);
        Assert.Contains("1 messages are tried again", retry.Out, StringComparison.Ordinal);
        Assert.Contains($"stays in {StorageNames.BlobPoisonQueue}", retry.Out, StringComparison.Ordinal);
    }
}
