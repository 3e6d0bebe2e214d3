namespace NewsIngest.Language.Model;

/// <summary>
/// Buffers that one analysis after the other works with: there are never more than analyses ran at once. Safe for concurrent use.
/// </summary>
internal sealed class ScratchPool<T>(Func<T> create)
{
    private readonly Lock gate = new();
    private readonly Stack<T> free = [];

    /// <summary>The buffer that was given back last, which the processor's caches still know, or a new one.</summary>
    public T Rent()
    {
        lock (gate)
        {
            if (free.TryPop(out var scratch)) return scratch;
        }

        return create();
    }

    public void Return(T scratch)
    {
        lock (gate) free.Push(scratch);
    }
}
