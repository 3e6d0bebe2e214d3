using Azure.Storage.Queues;

namespace NewsIngest.Local.Hosting;

/// <summary>How one queue is listened to.</summary>
internal sealed record QueueListenerOptions
{
    /// <summary>The most messages the service hands out at once.</summary>
    private const int MaxBatch = 32;

    public required string Queue { get; init; }

    public required string PoisonQueue { get; init; }

    public required QueueMessageEncoding Encoding { get; init; }

    /// <summary>How many messages are received at once.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The next batch is received when no more than this many messages are still running.</summary>
    public required int NewBatchThreshold { get; init; }

    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a message waits after a failed run.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    public required TimeSpan MaxPollingInterval { get; init; }

    public required TimeSpan Lease { get; init; }

    public static QueueListenerOptions ForQueue(string queue, HostJson hostJson, HostSettings settings) => new()
    {
        Queue = queue,
        PoisonQueue = queue + HostStorage.PoisonSuffix,
        Encoding = hostJson.QueueMessageEncoding,
        BatchSize = hostJson.QueueBatchSize,
        NewBatchThreshold = hostJson.QueueNewBatchThreshold ?? (hostJson.QueueBatchSize / 2),
        MaxDequeueCount = hostJson.QueueMaxDequeueCount,
        VisibilityTimeout = hostJson.QueueVisibilityTimeout,
        MaxPollingInterval = hostJson.QueueMaxPollingInterval,
        Lease = settings.MessageLease,
    };

    /// <summary>
    /// The real host splits the parallelism of blobs over batch and threshold, and shows a failed blob again at once, whatever host.json says of queues:
    /// SharedBlobQueueListenerFactory.BlobsOptionsToQueuesOptions in https://github.com/Azure/azure-sdk-for-net.
    /// </summary>
    public static QueueListenerOptions ForBlobs(HostJson hostJson, HostSettings settings)
    {
        var batch = Math.Min(MaxBatch, (hostJson.BlobMaxDegreeOfParallelism / 2) + 1);
        return new QueueListenerOptions
        {
            Queue = HostStorage.BlobQueue(settings.HostId),
            PoisonQueue = HostStorage.BlobPoisonQueue,
            Encoding = QueueMessageEncoding.Base64,
            BatchSize = batch,
            NewBatchThreshold = hostJson.BlobMaxDegreeOfParallelism - batch,
            MaxDequeueCount = hostJson.BlobPoisonThreshold,
            VisibilityTimeout = TimeSpan.Zero,
            MaxPollingInterval = hostJson.QueueMaxPollingInterval,
            Lease = settings.MessageLease,
        };
    }
}
