using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Numbers the different keys of a text in the order in which they are added, from 0, in arrays that the analysis gives back.</summary>
internal sealed class KeyNumbers
{
    private const int Smallest = 256;

    private readonly WorkArrays work;
    private Entry[] entries;
    private int shift;

    /// <param name="work">Where the arrays come from.</param>
    public KeyNumbers(WorkArrays work)
    {
        this.work = work;
        Rent(Smallest);
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key, or -1 when it was not added.</summary>
    public int Find(ulong key) => entries[Slot(key)].Next - 1;

    /// <summary>The number of a key, which is the next one when it is new.</summary>
    public int Add(ulong key)
    {
        ref var entry = ref entries[Slot(key)];
        if (entry.Next != 0) return entry.Next - 1;
        entry = new Entry(key, ++Count);
        if (Count * 2 > 1 << (64 - shift)) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var old = entries.AsSpan(0, 1 << (64 - shift));
        Rent(old.Length * 2);
        foreach (var entry in old)
        {
            if (entry.Next != 0) entries[Slot(entry.Key)] = entry;
        }
    }

    [MemberNotNull(nameof(entries))]
    private void Rent(int size)
    {
        entries = work.Rent<Entry>(size);
        shift = 64 - BitOperations.Log2((uint)size);
    }

    private int Slot(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> shift);
        while (entries[slot].Next != 0 && entries[slot].Key != key) slot = (slot + 1) & ((1 << (64 - shift)) - 1);
        return slot;
    }

    /// <summary>A key and one more than its number; 0 where there is no key.</summary>
    private readonly record struct Entry(ulong Key, int Next);
}
