namespace NewsIngest.Language.Model;

/// <summary>
/// Buffers that one analysis after the other works with: there are never more than analyses ran at once. Safe for concurrent use.
/// </summary>
/// <param name="create">Makes a new buffer.</param>
/// <param name="isForGiants">The buffers are those of giant texts: they serve the next one only if the garbage collector has not wanted their memory before.</param>
internal sealed class ScratchPool<T>(Func<T> create, bool isForGiants = false)
    where T : class
{
    private readonly Lock gate = new();

    /// <summary>Buffers, or weak references to them.</summary>
    private readonly Stack<object> free = [];

    /// <summary>The buffer that was given back last, which the processor's caches still know, or a new one.</summary>
    public T Rent()
    {
        lock (gate)
        {
            while (free.TryPop(out var left))
            {
                if (left is T scratch || ((WeakReference<T>)left).TryGetTarget(out scratch!)) return scratch;
            }
        }

        return create();
    }

    public void Return(T scratch)
    {
        lock (gate) free.Push(isForGiants ? new WeakReference<T>(scratch) : scratch);
    }
}
