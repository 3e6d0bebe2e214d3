using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>An instance dies at every call, turn about before it is sent and after it was carried out; the events and messages are delivered again. What is stored then equals a calm run.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    private const int MoreCallsThanAnyRun = 400;
    private const string File = "news/one.txt";
    private const string First = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open\nCarl Holm: no deal with [Norland] is near";
    private const string Second = "2024-03-05|Bridge closed\nAnna Berg: the bridge is shut\nDora Lind: no ferry sails";
    private const string Feed = "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second";
    private const string ShorterFeed = "2024-01-02|Only\nAnna Berg: another\n---\n2024-01-03|Third\nAnna Berg: third";

    [Fact]
    public Task First_ingest() => EveryCallAsync(null, First, async instance => await IngestAsync(instance, instance));

    [Fact]
    public Task Overwritten_file() => EveryCallAsync(First, Second, async instance => await IngestAsync(instance, instance));

    [Fact]
    public Task File_of_other_articles() => EveryCallAsync(Feed, ShorterFeed, async instance => await IngestAsync(instance, instance));

    [Fact]
    public Task Good_file_that_became_bad() => EveryCallAsync(First, "|!", async instance => await IngestAsync(instance, instance));

    [Fact]
    public Task Bad_file_that_became_good() => EveryCallAsync("|!", First, async instance => await IngestAsync(instance, instance));

    [Fact]
    public Task Dropped_again_after_a_delete() => EveryCallAsync(
        First,
        First,
        async instance => await IngestAsync(instance, instance),
        async healthy => await healthy.Deleter.DeleteFileAsync(File));

    [Fact]
    public Task Delete() => EveryCallAsync(First, null, async instance =>
    {
        var id = ArticleId.From(StorageNames.ArticlesContainer, File);
        await using var healthy = instance.Other();
        try
        {
            await instance.Deleter.DeleteAsync(id);
        }
        catch (CrashException)
        {
            if ((await healthy.Queue(StorageNames.ParsedQueue).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
                await healthy.Extractor.ExtractAsync(new ArticleMessage(id, "delete"));
            await healthy.Deleter.DeleteAsync(id);
        }
    });

    /// <summary>Both stages, each delivered again to a healthy instance when the one at work dies.</summary>
    private static async Task IngestAsync(StorageHarness instance, StorageHarness account)
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

    private async Task EveryCallAsync(string? before, string? then, Func<StorageHarness, Task> run, Func<StorageHarness, Task>? prepare = null)
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
