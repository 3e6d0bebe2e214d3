using System.Numerics;

namespace NewsIngest.Lookup;

/// <summary>Bits by 64-bit hashes, which count as all different. Safe for concurrent use once nothing is added any more.</summary>
internal sealed class BitTable
{
    private const int Smallest = 16;

    /// <summary>Key and bits lie side by side: a look-up fetches one line of memory.</summary>
    private Entry[] entries;
    private int count;

    /// <param name="capacity">About as many keys are expected.</param>
    public BitTable(int capacity = 0)
    {
        entries = new Entry[BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, capacity * 2))];
    }

    /// <summary>All bits that were added to a key, or 0.</summary>
    public uint this[ulong key] => entries[Slot(key)].Bits;

    /// <summary>Adds at least one bit.</summary>
    public void Add(ulong key, uint more)
    {
        var slot = Slot(key);
        if (entries[slot].Bits == 0)
        {
            if (++count * 2 > entries.Length)
            {
                Grow();
                slot = Slot(key);
            }

            entries[slot].Key = key;
        }

        entries[slot].Bits |= more;
    }

    private int Slot(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & (entries.Length - 1);
        while (entries[slot].Bits != 0 && entries[slot].Key != key) slot = (slot + 1) & (entries.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var old = entries;
        entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Bits != 0) entries[Slot(entry.Key)] = entry;
        }
    }

    /// <summary>No bits where there is no key.</summary>
    private struct Entry
    {
        public ulong Key;
        public uint Bits;
    }
}
