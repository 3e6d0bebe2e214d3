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
        while (await CountAsync(cancellationToken) > 0) await Task.Delay(Pause, cancellationToken);
    }

    /// <summary>All messages of the queues. A message of the first becomes one of the second before it goes, so it is asked first.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var queue in queues)
        {
            try
            {
                count += (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                // Nobody has sent anything yet.
            }
        }

        return count;
    }
}
