using System.Buffers;

namespace NewsIngest.Storage.Index;

/// <summary>A list that grows in arrays of the pool, for what is copied out of it at once.</summary>
internal ref struct PooledList<T>(int usualCount)
    where T : unmanaged
{
    private T[] items = ArrayPool<T>.Shared.Rent(usualCount);

    public int Count { get; private set; }

    public readonly ReadOnlySpan<T> Items => items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == items.Length) Grow(Count + 1);
        items[Count++] = item;
    }

    /// <summary>Room for so many more; what of it is used is told to <see cref="Took"/>.</summary>
    public Span<T> Room(int count)
    {
        if (Count + count > items.Length) Grow(Count + count);
        return items.AsSpan(Count);
    }

    public void Took(int count) => Count += count;

    public readonly void Dispose() => ArrayPool<T>.Shared.Return(items);

    private void Grow(int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, 2 * items.Length));
        Items.CopyTo(larger);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
