using System.Collections.Concurrent;

namespace NewsIngest.Local.Hosting;

/// <summary>What the parts of this host tell each other of its queues.</summary>
internal sealed class QueueSignals
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> signals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> backlogs = new(StringComparer.Ordinal);

    /// <summary>Wakes the listener of a queue to which this host has just written, so that it need not wait for its next poll.</summary>
    public void Notify(string queue)
    {
        var signal = For(queue);
        if (signal.CurrentCount == 0) signal.Release();
    }

    /// <summary>Waits for a message to be written here, at most <paramref name="timeout"/>.</summary>
    public Task<bool> WaitAsync(string queue, TimeSpan timeout, CancellationToken cancellationToken) => For(queue).WaitAsync(timeout, cancellationToken);

    /// <summary>Tells whether the batch that a listener has just received was full.</summary>
    public void NoteBatch(string queue, bool isFull) => backlogs[queue] = isFull;

    /// <summary>Whether more messages may wait in a queue than its listener has taken.</summary>
    public bool HasBacklog(string queue) => backlogs.GetValueOrDefault(queue);

    private SemaphoreSlim For(string queue) => signals.GetOrAdd(queue, _ => new SemaphoreSlim(0));
}
