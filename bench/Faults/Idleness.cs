using Azure;
using Azure.Storage.Queues;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Faults;

/// <summary>Knows when the hosts have nothing left to do.</summary>
internal sealed class Idleness(string connectionString)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly QueueClient[] queues =
    [
        new(connectionString, HostStorage.BlobQueue(new HostSettings().HostId)),
        new(connectionString, StorageNames.ParsedQueue),
        new(connectionString, StorageNames.DeletedQueue),
    ];

    /// <summary>Waits until all queues are empty, hidden and running messages included.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!await IsIdleAsync(cancellationToken)) await Task.Delay(Pause, cancellationToken);
    }

    /// <summary>Whether the queues are empty. A message of the first becomes one of the second before it goes, so it is asked first; the emulator has better to do than to tell of the rest.</summary>
    public async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in queues)
        {
            try
            {
                if ((await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount > 0) return false;
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                // Nobody has sent anything yet.
            }
        }

        return true;
    }
}
