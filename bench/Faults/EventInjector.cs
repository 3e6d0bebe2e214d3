using Azure.Storage.Queues;
using NewsIngest.Functions;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Faults;

/// <summary>
/// Delivers the events of dropped files, as Event Grid does: at least once, late, in any order. The messages are those that the real host keeps in
/// its internal queue.
/// </summary>
internal sealed class EventInjector(QueueServiceClient queues, Random random, TimeSpan longestDelay)
{
    private const int MostDeliveries = 3;
    private const int MostCopies = 8;
    private readonly QueueClient events = queues.GetQueueClient(HostStorage.BlobQueue(new HostSettings().HostId));
    private readonly bool calm = longestDelay == TimeSpan.Zero;
    private readonly QueueClient parsed = queues.GetQueueClient(StorageNames.ParsedQueue);

    /// <summary>Events of files that were delivered.</summary>
    public int Deliveries { get; private set; }

    /// <summary>Messages about parsed articles that were delivered once more.</summary>
    public int Copies { get; private set; }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await events.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await parsed.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Delivers the event of a dropped file once, or one to three times.</summary>
    public async Task DeliverAsync(string blob, string etag, CancellationToken cancellationToken)
    {
        var body = QueueText.Encode(new BlobMessage($"Host.Functions.{nameof(ParseArticle)}", StorageNames.ArticlesContainer, blob, etag).ToJson(), QueueMessageEncoding.Base64);
        var times = calm ? 1 : random.Next(1, MostDeliveries + 1);
        for (var i = 0; i < times; i++)
        {
            var delay = calm || random.Next(3) == 0 ? TimeSpan.Zero : random.NextDouble() * longestDelay;
            await Patience.WithAsync(() => events.SendMessageAsync(body, delay, cancellationToken: cancellationToken), cancellationToken);
            Deliveries++;
        }
    }

    /// <summary>Sends some of the waiting messages about parsed articles once more, to arrive after the first.</summary>
    public async Task CopyMessagesAsync(CancellationToken cancellationToken)
    {
        if (calm) return;
        var most = random.Next(1, MostCopies + 1);
        foreach (var message in (await Patience.WithAsync(() => parsed.PeekMessagesAsync(most, cancellationToken), cancellationToken)).Value)
        {
            var delay = random.NextDouble() * longestDelay;
            await Patience.WithAsync(() => parsed.SendMessageAsync(message.MessageText, delay, cancellationToken: cancellationToken), cancellationToken);
            Copies++;
        }
    }
}
