using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Host;

public sealed class ContainerWatcherTests : IAsyncDisposable
{
    private readonly HostStorage storage;
    private readonly HostSettings settings = HostSettings.Load(new ConfigurationBuilder().Build());
    private readonly BlobContainerClient container;
    private readonly List<string> told = [];
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);
    private readonly QueueSignals signals = new();
    private TimeProvider time = TimeProvider.System;
    private CancellationTokenSource stop = new();
    private Task watching = Task.CompletedTask;

    public ContainerWatcherTests(AzuriteFixture azurite)
    {
        storage = new HostStorage(azurite.NewAccount());
        container = storage.Blobs.GetBlobContainerClient("drop");
    }

    private const string Deletions = "drop-deletions";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_of_every_blob_that_is_new_or_overwritten_and_of_no_other()
    {
        await container.CreateAsync(cancellationToken: Cancel);
        await WriteAsync("a.txt", "one");
        Watch();
        await ToldAsync("a.txt");
        await WriteAsync("folder/b c.txt", "two");
        await ToldAsync("a.txt", "folder/b c.txt");
        await WriteAsync("a.txt", "one again");
        await ToldAsync("a.txt", "a.txt", "folder/b c.txt");
    }

    [Fact]
    public async Task It_looks_for_nothing_new_while_what_it_told_of_still_waits()
    {
        var clock = await WatchWithBacklogAsync();
        for (var i = 0; i < 16; i++) await PassAsync(clock);
        Assert.Equal("a.txt", await ReadAsync());

        signals.NoteBatch(HostStorage.BlobQueue(settings.HostId), isFull: false);

        await Eventually.TrueAsync(async () => await PassAsync(clock) && await ReadAsync() == "a.txt, b.txt", "the second blob");
    }

    [Fact]
    public async Task It_looks_after_a_while_whatever_waits()
    {
        var clock = await WatchWithBacklogAsync();

        await Eventually.TrueAsync(async () => await PassAsync(clock) && await ReadAsync() == "a.txt, b.txt", "the second blob");
    }

    [Fact]
    public async Task It_waits_for_a_container_that_is_made_later()
    {
        Watch();
        await container.CreateAsync(cancellationToken: Cancel);
        await WriteAsync("a.txt", "one");

        await ToldAsync("a.txt");
    }

    [Fact]
    public async Task A_restart_tells_of_what_came_meanwhile_and_of_nothing_else()
    {
        await container.CreateAsync(cancellationToken: Cancel);
        await WriteAsync("before.txt", "one");
        Watch();
        await ToldAsync("before.txt");
        await Eventually.TrueAsync(NotedAsync, "the watcher's notes");
        await StopAsync();
        await WriteAsync("meanwhile.txt", "two");

        Watch();

        await ToldAsync("before.txt", "meanwhile.txt");
    }

    [Fact]
    public async Task It_tells_of_every_blob_that_is_gone_also_when_it_went_while_no_host_ran()
    {
        await container.CreateAsync(cancellationToken: Cancel);
        await WriteAsync("stays.txt", "one");
        await WriteAsync("folder/går 100% #1?.txt", "two");
        await WriteAsync("later.txt", "three");
        Watch();
        await ToldAsync("folder/går 100% #1?.txt", "later.txt", "stays.txt");
        await container.DeleteBlobAsync("folder/går 100% #1?.txt", cancellationToken: Cancel);
        await DeletedAsync("folder/går 100% #1?.txt");
        await StopAsync();
        await container.DeleteBlobAsync("later.txt", cancellationToken: Cancel);

        Watch();

        await DeletedAsync("folder/går 100% #1?.txt", "later.txt");
        await WriteAsync("later.txt", "again");
        await ToldAsync("folder/går 100% #1?.txt", "later.txt", "later.txt", "stays.txt");
    }

    [Fact]
    public async Task A_crash_before_the_notes_are_written_tells_of_a_blob_again()
    {
        await container.CreateAsync(cancellationToken: Cancel);
        await WriteAsync("a.txt", "one");
        Watch();
        await ToldAsync("a.txt");
        await Eventually.TrueAsync(NotedAsync, "the watcher's notes");
        await StopAsync();
        await storage.Blobs.DeleteBlobContainerAsync(HostStorage.HostContainer, cancellationToken: Cancel);

        Watch();

        await ToldAsync("a.txt", "a.txt");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private static async Task<string> NoOp([BlobTrigger("drop/{name}")] BlobClient blob) => await Task.FromResult(blob.Name);

    private void Watch()
    {
        stop.Dispose();
        stop = new CancellationTokenSource();
        var trigger = new BlobFunctionTrigger("drop", "name", BlobTriggerSource.EventGrid);
        var function = new FunctionDescriptor("Watched", ((Delegate)NoOp).Method, trigger, null);
        var hostJson = HostJson.Load(Repository.PathOf("host.json"), new ConfigurationBuilder().Build());
        var sender = new QueueSender(storage, hostJson, signals);
        watching = new ContainerWatcher(function, trigger, Deletions, storage, settings, sender, signals, time, NullLogger.Instance).RunAsync(stop.Token);
    }

    /// <summary>A watcher that has told of one blob when the queue is full, and another blob that came then.</summary>
    private async Task<FakeTimeProvider> WatchWithBacklogAsync()
    {
        var clock = new FakeTimeProvider();
        time = clock;
        await container.CreateAsync(cancellationToken: Cancel);
        signals.NoteBatch(HostStorage.BlobQueue(settings.HostId), isFull: true);
        await WriteAsync("a.txt", "one");
        Watch();
        await ToldAsync("a.txt");
        await WriteAsync("b.txt", "two");
        return clock;
    }

    /// <summary>A quarter of a second for the watcher, and long enough for it to do something then.</summary>
    private static async Task<bool> PassAsync(FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromMilliseconds(250));
        await Task.Delay(20, Cancel);
        return true;
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync();
        await watching;
    }

    private async Task WriteAsync(string name, string text) => await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancel);

    private async Task<bool> NotedAsync()
    {
        var notes = storage.Blobs.GetBlobContainerClient(HostStorage.HostContainer).GetBlobClient($"containerwatcher/{settings.HostId}/Watched.jsonl");
        return await notes.ExistsAsync(Cancel) && (await notes.GetPropertiesAsync(cancellationToken: Cancel)).Value.ContentLength > 0;
    }

    private async Task ToldAsync(params string[] names) => await Eventually.GetAsync(ReadAsync, seen => seen == string.Join(", ", names), string.Join(", ", names));

    private async Task DeletedAsync(params string[] names) => await Eventually.GetAsync(ReadDeletedAsync, seen => seen == string.Join(", ", names), string.Join(", ", names));

    private async Task<string> ReadDeletedAsync()
    {
        var queue = storage.Queues.GetQueueClient(Deletions);
        if (!await queue.ExistsAsync(Cancel)) return "";
        foreach (var message in (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Cancel)).Value)
        {
            using var json = JsonDocument.Parse(QueueText.Decode(message.MessageText, QueueMessageEncoding.Base64));
            var blob = new BlobUriBuilder(new Uri(json.RootElement.GetProperty("data").GetProperty("url").GetString()!));
            Assert.Equal("drop", blob.BlobContainerName);
            deleted.Add(blob.BlobName);
        }

        return string.Join(", ", deleted.Order(StringComparer.Ordinal));
    }

    private async Task<string> ReadAsync()
    {
        var queue = storage.Queues.GetQueueClient(HostStorage.BlobQueue(settings.HostId));
        if (!await queue.ExistsAsync(Cancel)) return "";
        foreach (var message in (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Cancel)).Value)
        {
            var blob = BlobMessage.Parse(QueueText.Decode(message.MessageText, QueueMessageEncoding.Base64));
            Assert.Equal(("Host.Functions.Watched", "drop"), (blob.FunctionId, blob.ContainerName));
            told.Add(blob.BlobName);
        }

        return string.Join(", ", told.Order(StringComparer.Ordinal));
    }
}
