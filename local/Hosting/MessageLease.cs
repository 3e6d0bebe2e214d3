using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace NewsIngest.Local.Hosting;

/// <summary>Keeps a received message hidden while it is worked on.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly TimeSpan length;
    private readonly ILogger logger;
    private readonly CancellationTokenSource end = new();
    private readonly Task renewing;
    private string receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider time, ILogger logger)
    {
        this.queue = queue;
        this.message = message;
        this.length = length;
        this.logger = logger;
        receipt = message.PopReceipt;
        renewing = RenewAsync(time);
    }

    /// <summary>Ends the renewal.</summary>
    /// <returns>The receipt with which the message can be deleted or released.</returns>
    public async Task<string> EndAsync()
    {
        await end.CancelAsync();
        await renewing;
        return receipt;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        end.Dispose();
    }

    private async Task RenewAsync(TimeProvider time)
    {
        try
        {
            while (true)
            {
                await Task.Delay(length / 2, time, end.Token);
                UpdateReceipt renewed = await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: length, cancellationToken: CancellationToken.None);
                receipt = renewed.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception exception)
        {
            logger.LogWarning("Message {Id} could not be kept and may run twice: {Reason}", message.MessageId, exception.Message);
        }
    }
}
