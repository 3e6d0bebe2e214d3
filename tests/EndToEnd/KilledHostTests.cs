using Azure.Storage.Queues;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.EndToEnd;

/// <summary>A host is killed with SIGKILL and another takes over: nothing is lost and nothing is there twice.</summary>
public sealed class KilledHostTests(AzuriteFixture azurite)
{
    private const int Files = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Between_parsing_and_extracting()
    {
        var connection = azurite.NewAccount();
        await using (var first = await HostProcess.StartAsync(connection, ("AzureWebJobs__ExtractClaims__Disabled", "true")))
        {
            await RunningHost.DropAsync(connection, Stories());
            await Eventually.TrueAsync(async () => await WaitingAsync(connection) == Files, "every file to be parsed");
            await first.KillAsync();
        }

        await AssertAsAfterACalmRunAsync(connection);
    }

    [Fact]
    public async Task While_it_works()
    {
        var connection = azurite.NewAccount();
        await using (var first = await HostProcess.StartAsync(connection))
        {
            await RunningHost.DropAsync(connection, Stories());
            await Eventually.TrueAsync(async () => (await StorageSnapshot.TakeAsync(connection)).Keys.Any(key => key.StartsWith(StorageNames.IndexTable, StringComparison.Ordinal)), "the first claims");
            await first.KillAsync();
        }

        await AssertAsAfterACalmRunAsync(connection);
    }

    private async Task AssertAsAfterACalmRunAsync(string connection)
    {
        await using var calm = await RunningHost.StartAsync(azurite.NewAccount());
        await RunningHost.DropAsync(calm.ConnectionString, Stories());
        await using var second = await RunningHost.StartAsync(connection);
        foreach (var (name, text) in Stories())
        {
            await calm.QueryableAsync(name, text);
            await second.QueryableAsync(name, text);
        }

        await second.IdleAsync();

        var expected = await StorageSnapshot.TakeAsync(calm.ConnectionString);
        Assert.NotEmpty(expected);
        StorageSnapshot.AssertSame(expected, await StorageSnapshot.TakeAsync(connection), "after the kill");
        Assert.Empty((await second.GetAsync("api/status")).GetProperty("failed").EnumerateArray());
    }

    private static IReadOnlyList<(string Name, string Text)> Stories() =>
        [.. Enumerable.Range(1, Files).Select(i => ($"story-{i}.txt", $"Pier {i} opens\n\nPier {i} will open in May, harbour master Anna Keller said on Monday.\n\n\"All {i} cranes work,\" she told reporters.\n"))];

    private static async Task<int> WaitingAsync(string connection) =>
        (await new QueueClient(connection, StorageNames.ParsedQueue).GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount;
}
