using Azure;
using Azure.Storage.Queues;

namespace NewsIngest.Local.Hosting;

/// <summary>
/// Stands in for Event Grid, which the storage emulator lacks: lists the container again and again and puts a message into the internal
/// queue for every blob that is new or was overwritten, and an event into <paramref name="deletionQueue"/>, if there is one, for every blob
/// that is gone, at least once each. What it told of outlives the host.
/// </summary>
internal sealed class ContainerWatcher(
    FunctionDescriptor function,
    BlobFunctionTrigger trigger,
    string? deletionQueue,
    HostStorage storage,
    HostSettings settings,
    QueueSender sender,
    QueueSignals signals,
    TimeProvider time,
    ILogger logger)
{
    private const int BatchSize = 200;
    private const int SendersAtOnce = 8;

    /// <summary>Listing may take a fifth of the time. Telling of what was found does not count, or the host would rest when there is most to do.</summary>
    private const int RestFactor = 4;

    private static readonly TimeSpan MinRest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxRest = TimeSpan.FromSeconds(30);

    /// <summary>So long nothing new is looked for while blobs that it told of still wait: a listing would only keep the emulator, which has one thread, from its work.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(5);

    private readonly string queue = HostStorage.BlobQueue(settings.HostId);
    private readonly WatcherNotes notes = new(storage.Blobs, settings.HostId, function.Name);
    private bool loaded;
    private TimeSpan telling;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var started = time.GetTimestamp();
                telling = TimeSpan.Zero;
                await ScanOrLogAsync(stop);
                var rest = (time.GetElapsedTime(started) - telling) * RestFactor;
                await Task.Delay(rest < MinRest ? MinRest : rest > MaxRest ? MaxRest : rest, time, stop);
                var held = time.GetTimestamp();
                while (signals.HasBacklog(queue) && time.GetElapsedTime(held) < LongestHold) await Task.Delay(MinRest, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task ScanOrLogAsync(CancellationToken stop)
    {
        try
        {
            await ScanAsync(stop);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            logger.LogDebug("There is no container {Container} yet", trigger.Container);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            logger.LogWarning("Container {Container} cannot be listed: {Reason}", trigger.Container, exception.Message);
        }
    }

    private async Task ScanAsync(CancellationToken stop)
    {
        if (!loaded) await notes.LoadAsync(stop);
        loaded = true;
        var gone = notes.Names().ToHashSet(StringComparer.Ordinal);
        var fresh = new List<(string Blob, string? ETag)>(BatchSize);
        await foreach (var blob in storage.Blobs.GetBlobContainerClient(trigger.Container).GetBlobsAsync(cancellationToken: stop))
        {
            gone.Remove(blob.Name);
            var etag = blob.Properties.ETag?.ToString() ?? "";
            if (notes.Knows(blob.Name, etag)) continue;
            fresh.Add((blob.Name, etag));
            if (fresh.Count == BatchSize) await TellAsync(fresh, stop);
        }

        fresh.AddRange(gone.Select(name => (name, (string?)null)));
        if (fresh.Count > 0) await TellAsync(fresh, stop);
    }

    private async Task TellAsync(List<(string Blob, string? ETag)> fresh, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = SendersAtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(fresh, parallel, async (blob, cancellationToken) => await TellAsync(blob.Blob, blob.ETag, cancellationToken));
        await notes.AddAsync(fresh, stop);
        fresh.Clear();
        telling += time.GetElapsedTime(started);
    }

    /// <summary>Tells of one blob; of one that is gone when it has no ETag.</summary>
    private async Task TellAsync(string blob, string? etag, CancellationToken cancellationToken)
    {
        if (etag is not null)
        {
            var message = new BlobMessage(function.Id, trigger.Container, blob, etag).ToJson();
            await sender.SendAsync(queue, message, QueueMessageEncoding.Base64, cancellationToken);
        }
        else if (deletionQueue is not null)
        {
            var client = storage.Blobs.GetBlobContainerClient(trigger.Container).GetBlobClient(blob);
            await sender.SendAsync(deletionQueue, DeletionMessage.ToJson(client), QueueMessageEncoding.Base64, cancellationToken);
        }
    }
}
