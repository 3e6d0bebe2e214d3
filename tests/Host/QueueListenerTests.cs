using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Host;

public sealed class QueueListenerTests : IAsyncDisposable
{
    private readonly HostStorage storage;
    private readonly QueueClient queue;
    private readonly QueueClient poison;
    private readonly CancellationTokenSource stop = new();
    private Task listening = Task.CompletedTask;

    public QueueListenerTests(AzuriteFixture azurite)
    {
        storage = new HostStorage(azurite.NewAccount());
        queue = storage.Queues.GetQueueClient("work");
        poison = storage.Queues.GetQueueClient("work-poison");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_succeeds_is_gone()
    {
        var seen = new ConcurrentQueue<string>();
        await SendAsync("one", "two");
        Listen(Options(), (message, _) => { seen.Enqueue(message); return Task.CompletedTask; });

        await Eventually.TrueAsync(async () => await CountAsync(queue) == 0, "an empty queue");
        await Eventually.TrueAsync(() => Task.FromResult(seen.Count == 2), "both messages");
        Assert.Equal(["one", "two"], seen.Order());
        Assert.False(await poison.ExistsAsync(Cancel));
    }

    [Fact]
    public async Task A_message_that_always_fails_is_tried_as_often_as_host_json_says_and_goes_to_the_poison_queue_unchanged()
    {
        var tries = 0;
        await SendAsync("bad");
        Listen(Options() with { MaxDequeueCount = 3 }, (_, _) => { Interlocked.Increment(ref tries); throw new InvalidOperationException("no"); });

        await Eventually.TrueAsync(async () => await poison.ExistsAsync(Cancel) && await CountAsync(poison) == 1, "the poison message");
        var message = (await poison.ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        Assert.Equal("bad", QueueText.Decode(message.MessageText, QueueMessageEncoding.Base64));
        Assert.Equal(3, tries);
        await Eventually.TrueAsync(async () => await CountAsync(queue) == 0, "an empty queue");
    }

    [Fact]
    public async Task A_message_in_another_encoding_poisons_nothing_but_itself()
    {
        var seen = new ConcurrentQueue<string>();
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await queue.SendMessageAsync("{ not base64 }", Cancel);
        await SendAsync("good");
        Listen(Options() with { MaxDequeueCount = 2 }, (message, _) => { seen.Enqueue(message); return Task.CompletedTask; });

        await Eventually.TrueAsync(async () => await poison.ExistsAsync(Cancel) && await CountAsync(poison) == 1, "the poison message");
        await Eventually.TrueAsync(() => Task.FromResult(seen.Count == 1), "the good message");
        Assert.Equal("good", Assert.Single(seen));
    }

    [Fact]
    public async Task A_failed_message_waits_for_the_visibility_timeout()
    {
        var tries = 0;
        await SendAsync("later");
        Listen(Options() with { VisibilityTimeout = TimeSpan.FromHours(1) }, (_, _) => { Interlocked.Increment(ref tries); throw new InvalidOperationException("no"); });

        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref tries) == 1), "the first try");
        await StopAsync();

        Assert.Null((await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value);
        Assert.Equal(1, await CountAsync(queue));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_message_is_kept_hidden_for_as_long_as_it_runs()
    {
        var lease = TimeSpan.FromSeconds(2);
        var release = new TaskCompletionSource();
        var runs = 0;
        await SendAsync("slow");
        Listen(Options() with { Lease = lease }, (_, _) => { Interlocked.Increment(ref runs); return release.Task; });
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref runs) == 1), "the run");

        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < lease * 2)
        {
            Assert.Null((await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1), Cancel)).Value);
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancel);
        }

        release.SetResult();
        await Eventually.TrueAsync(async () => await CountAsync(queue) == 0, "an empty queue");
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_run_that_outlived_the_lease_of_its_message_ends_quietly()
    {
        var lost = new TaskCompletionSource();
        var runs = new ConcurrentQueue<string>();
        await SendAsync("slow");
        Listen(Options(), async (message, _) =>
        {
            runs.Enqueue(message);
            if (message == "slow") await lost.Task;
        });
        await Eventually.TrueAsync(() => Task.FromResult(runs.Count == 1), "the run");

        // Another host received it meanwhile, ran it and took it off.
        await queue.ClearMessagesAsync(Cancel);
        lost.SetResult();
        await SendAsync("next");

        await Eventually.TrueAsync(async () => runs.Count == 2 && await CountAsync(queue) == 0, "the next message");
        Assert.Equal(["slow", "next"], runs);
        Assert.False(await poison.ExistsAsync(Cancel));
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_batch_and_threshold_allow()
    {
        var running = 0;
        var most = 0;
        var done = 0;
        await SendAsync([.. Enumerable.Range(0, 30).Select(i => $"{i}")]);
        Listen(Options() with { BatchSize = 4, NewBatchThreshold = 2 }, async (_, token) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Delay(TimeSpan.FromMilliseconds(20), token);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref done);
        });

        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref done) == 30), "all messages");
        Assert.InRange(most, 2, 6);
    }

    [Fact]
    public async Task A_host_that_stops_gives_back_what_it_could_not_finish()
    {
        var runs = 0;
        await SendAsync("endless");
        Listen(Options(), async (_, token) => { Interlocked.Increment(ref runs); await Task.Delay(Timeout.InfiniteTimeSpan, token); });
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref runs) == 1), "the run");

        await StopAsync();

        await Eventually.TrueAsync(async () => (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value is not null, "the message to be there for another host");
    }

    [Fact]
    public async Task A_queue_that_is_made_later_is_listened_to()
    {
        var seen = new ConcurrentQueue<string>();
        Listen(Options(), (message, _) => { seen.Enqueue(message); return Task.CompletedTask; });

        await SendAsync("late");

        await Eventually.TrueAsync(() => Task.FromResult(seen.Count == 1), "the message");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private static QueueListenerOptions Options() => new()
    {
        Queue = "work",
        PoisonQueue = "work-poison",
        Encoding = QueueMessageEncoding.Base64,
        BatchSize = 16,
        NewBatchThreshold = 8,
        MaxDequeueCount = 5,
        VisibilityTimeout = TimeSpan.Zero,
        MaxPollingInterval = TimeSpan.FromMilliseconds(200),
        Lease = TimeSpan.FromMinutes(10),
    };

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            if (Interlocked.CompareExchange(ref target, value, seen) == seen) return;
        }
    }

    private static async Task<int> CountAsync(QueueClient client) => (await client.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount;

    private void Listen(QueueListenerOptions options, Func<string, CancellationToken, Task> run) =>
        listening = new QueueListener(options, storage, new QueueSignals(), TimeProvider.System, NullLogger.Instance, run).RunAsync(stop.Token, stop.Token);

    private async Task SendAsync(params string[] messages)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancel);
        foreach (var message in messages) await queue.SendMessageAsync(QueueText.Encode(message, QueueMessageEncoding.Base64), Cancel);
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync();
        await listening;
    }
}
