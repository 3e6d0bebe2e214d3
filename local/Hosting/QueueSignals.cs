using System.Collections.Concurrent;

namespace NewsIngest.Local.Hosting;

/// <summary>Wakes the listener of a queue to which this host has just written, so that it need not wait for its next poll.</summary>
internal sealed class QueueSignals
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> signals = new(StringComparer.Ordinal);

    public void Notify(string queue)
    {
        var signal = For(queue);
        if (signal.CurrentCount == 0) signal.Release();
    }

    /// <summary>Waits for a message to be written here, at most <paramref name="timeout"/>.</summary>
    public Task<bool> WaitAsync(string queue, TimeSpan timeout, CancellationToken cancellationToken) => For(queue).WaitAsync(timeout, cancellationToken);

    private SemaphoreSlim For(string queue) => signals.GetOrAdd(queue, _ => new SemaphoreSlim(0));
}
