using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>
/// An instance dies before a call; the events and messages are delivered again. What is stored then equals a calm run.
/// To die after a call was carried out, before its answer came, leaves behind what dying before the next one does.
/// </summary>
internal sealed class CrashCampaign(AzuriteFixture azurite)
{
    public const string File = "news/one.txt";
    private const int MoreCallsThanAnyRun = 400;
    private const int FewestDeaths = 17;

    /// <summary>Both stages, each delivered again to a healthy instance when the one at work dies.</summary>
    public static async Task IngestAsync(StorageHarness instance, StorageHarness account)
    {
        await using var healthy = account.Other();
        IReadOnlyList<ArticleMessage> messages;
        try
        {
            messages = await Expected(() => instance.Ingestor.IngestAsync(File));
        }
        catch (CrashException)
        {
            messages = await Expected(() => healthy.Ingestor.IngestAsync(File));
        }

        foreach (var message in messages)
        {
            try
            {
                await instance.Extractor.ExtractAsync(message);
            }
            catch (CrashException)
            {
                await healthy.Extractor.ExtractAsync(message);
            }
        }
    }

    private static async Task<IReadOnlyList<ArticleMessage>> Expected(Func<Task<IReadOnlyList<ArticleMessage>>> ingest)
    {
        try
        {
            return await ingest();
        }
        catch (ParseException)
        {
            return [];
        }
    }

    /// <summary>Dies before each call in turn.</summary>
    public Task EveryCallAsync(string? before, string? then, Func<StorageHarness, Task> run) => EachAsync(1, before, then, run, null);

    /// <summary>Dies before every second call: most of a long run are calls that are sent side by side, of which any may be first.</summary>
    public Task EverySecondCallAsync(string? before, string? then, Func<StorageHarness, Task> run, Func<StorageHarness, Task>? prepare = null) =>
        EachAsync(2, before, then, run, prepare);

    private async Task EachAsync(int step, string? before, string? then, Func<StorageHarness, Task> run, Func<StorageHarness, Task>? prepare)
    {
        var calm = await RunAsync(before, then, run, prepare, null);
        var deaths = 0;
        for (var calls = 0; calls < MoreCallsThanAnyRun; calls += step)
        {
            var crash = new CrashPolicy(calls);
            var state = await RunAsync(before, then, run, prepare, crash);
            if (!crash.Crashed) break;
            deaths++;
            StorageSnapshot.AssertSame(calm, state, $"died before call {calls + 1}");
        }

        Assert.InRange(deaths, FewestDeaths, (MoreCallsThanAnyRun / step) - 1);
    }

    private async Task<SortedDictionary<string, string>> RunAsync(
        string? before, string? then, Func<StorageHarness, Task> run, Func<StorageHarness, Task>? prepare, CrashPolicy? crash)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        if (before is not null)
        {
            await storage.DropAsync(File, before);
            await IngestAsync(storage, storage);
        }

        if (prepare is not null) await prepare(storage);
        if (then is not null) await storage.DropAsync(File, then);
        await using var instance = crash is null ? storage.Other() : storage.Other(null, crash);
        await run(instance);
        return await storage.SnapshotAsync();
    }
}
