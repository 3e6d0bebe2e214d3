using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace NewsIngest.Local.Hosting;

/// <summary>
/// Receives messages and runs them as the real host does: hidden and renewed while they run, deleted after a run without an exception,
/// shown again after <see cref="QueueListenerOptions.VisibilityTimeout"/> when it failed, and moved to the poison queue at the last attempt.
/// </summary>
internal sealed class QueueListener(
    QueueListenerOptions options,
    HostStorage storage,
    QueueSignals signals,
    TimeProvider time,
    ILogger logger,
    Func<string, CancellationToken, Task> run)
{
    private static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);
    private readonly QueueClient queue = storage.Queues.GetQueueClient(options.Queue);
    private readonly QueueClient poison = storage.Queues.GetQueueClient(options.PoisonQueue);
    private readonly List<Task> running = [];

    /// <summary>Listens until <paramref name="stop"/>; then lets the running messages end, cut short by <paramref name="abort"/>.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var wait = MinPollingInterval;
        try
        {
            while (true)
            {
                await UntilRunningAsync(options.NewBatchThreshold, stop);
                var messages = await ReceiveAsync(stop);
                signals.NoteBatch(options.Queue, messages.Length == options.BatchSize);
                foreach (var message in messages) running.Add(ProcessOrLogAsync(message, abort));
                if (messages.Length > 0)
                {
                    wait = MinPollingInterval;
                    continue;
                }

                var signalled = await signals.WaitAsync(options.Queue, wait, stop);
                wait = signalled ? MinPollingInterval : Min(wait * 2, options.MaxPollingInterval);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await UntilRunningAsync(0, CancellationToken.None);
        }
    }

    private async Task UntilRunningAsync(int most, CancellationToken stop)
    {
        running.RemoveAll(task => task.IsCompleted);
        while (running.Count > most)
        {
            await Task.WhenAny(running).WaitAsync(stop);
            running.RemoveAll(task => task.IsCompleted);
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stop)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(options.BatchSize, options.Lease, stop);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return [];
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            logger.LogWarning("Queue {Queue} cannot be read: {Reason}", options.Queue, exception.Message);
            return [];
        }
    }

    private async Task ProcessOrLogAsync(QueueMessage message, CancellationToken abort)
    {
        try
        {
            await ProcessAsync(message, abort);
        }
        catch (Exception exception)
        {
            logger.LogWarning("Message {Id} of queue {Queue} could not be settled and will come again: {Reason}", message.MessageId, options.Queue, exception.Message);
        }
    }

    private async Task ProcessAsync(QueueMessage message, CancellationToken abort)
    {
        if (message.DequeueCount > options.MaxDequeueCount)
        {
            await PoisonAsync(message, message.PopReceipt);
            return;
        }

        await using var lease = new MessageLease(queue, message, options.Lease, time, logger);
        try
        {
            await run(QueueText.Decode(message.MessageText, options.Encoding), abort);
        }
        catch (Exception exception)
        {
            var receipt = await lease.EndAsync();
            if (exception is OperationCanceledException && abort.IsCancellationRequested)
                await ReleaseAsync(message, receipt, TimeSpan.Zero);
            else if (message.DequeueCount >= options.MaxDequeueCount)
                await PoisonAsync(message, receipt);
            else
                await ReleaseAsync(message, receipt, options.VisibilityTimeout);
            return;
        }

        await IgnoreGoneAsync(queue.DeleteMessageAsync(message.MessageId, await lease.EndAsync(), CancellationToken.None));
    }

    private Task ReleaseAsync(QueueMessage message, string receipt, TimeSpan delay) =>
        IgnoreGoneAsync(queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: delay, cancellationToken: CancellationToken.None));

    private async Task PoisonAsync(QueueMessage message, string receipt)
    {
        logger.LogWarning("Message {Id} of queue {Queue} failed {Count} times and goes to {Poison}", message.MessageId, options.Queue, message.DequeueCount, options.PoisonQueue);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText, timeToLive: TimeSpan.FromSeconds(-1));
        await IgnoreGoneAsync(queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None));
    }

    /// <summary>A message whose lease ran out belongs to whoever received it next.</summary>
    private static async Task IgnoreGoneAsync(Task update)
    {
        try
        {
            await update;
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
        }
    }
}
