using Microsoft.Azure.Functions.Worker;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Every five minutes: log what waits in the queues, for the alerts.</summary>
public sealed class WatchQueues(QueueWatch watch)
{
    [Function(nameof(WatchQueues))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => watch.LogAsync(cancellationToken);
}
