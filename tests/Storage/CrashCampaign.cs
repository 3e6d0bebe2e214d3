using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>
/// An instance dies at every call, turn about before it is sent and after it was carried out; the events and messages are delivered again.
/// What is stored then equals a calm run.
/// </summary>
internal sealed class CrashCampaign(AzuriteFixture azurite)
{
    public const string File = "news/one.txt";
    private const int MoreCallsThanAnyRun = 400;

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

    public async Task EveryCallAsync(string? before, string? then, Func<StorageHarness, Task> run, Func<StorageHarness, Task>? prepare = null)
    {
        var calm = await RunAsync(before, then, run, prepare, null);
        var steps = 0;
        for (var calls = 0; calls < MoreCallsThanAnyRun; calls++)
        {
            // Turn about: a call that is never sent, and one that is carried out although its answer is lost.
            var crash = new CrashPolicy(calls, afterSending: calls % 2 == 1);
            var state = await RunAsync(before, then, run, prepare, crash);
            if (!crash.Crashed) break;
            steps++;
            StorageSnapshot.AssertSame(calm, state, $"died at call {calls + 1}, {(calls % 2 == 1 ? "after" : "before")} it was sent");
        }

        Assert.InRange(steps, 17, MoreCallsThanAnyRun - 1);
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
