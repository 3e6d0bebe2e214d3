using System.Numerics;

namespace NewsIngest.Lookup;

/// <summary>Bits by 64-bit hashes, which count as all different. Safe for concurrent use once nothing is added any more.</summary>
internal sealed class BitTable
{
    private const int Smallest = 16;

    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>A few bits of the hash in each place, 0 where there is none (after Kulukundis 2017, "Swiss tables"): most look-ups find nothing, and this much the processor keeps at hand.</summary>
    private byte[] tags;
    private Entry[] entries;
    private int count;

    /// <param name="capacity">About as many keys are expected.</param>
    public BitTable(int capacity = 0)
    {
        var places = BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, capacity * 2));
        (tags, entries) = (new byte[places], new Entry[places]);
    }

    /// <summary>All bits that were added to a key, or 0.</summary>
    public uint this[ulong key] => Slot(key) is var slot && tags[slot] != 0 ? entries[slot].Bits : 0;

    /// <summary>Adds at least one bit.</summary>
    public void Add(ulong key, uint more)
    {
        var slot = Slot(key);
        if (tags[slot] == 0)
        {
            if (++count * 2 > entries.Length)
            {
                Grow();
                slot = Slot(key);
            }

            (tags[slot], entries[slot].Key) = (Tag(key * Mixer), key);
        }

        entries[slot].Bits |= more;
    }

    private int Slot(ulong key)
    {
        var mixed = key * Mixer;
        var tag = Tag(mixed);
        var slot = (int)(mixed >> 32) & (tags.Length - 1);
        while (tags[slot] is var there and not 0 && (there != tag || entries[slot].Key != key)) slot = (slot + 1) & (tags.Length - 1);
        return slot;
    }

    private static byte Tag(ulong mixed) => (byte)((mixed >> 56) | 1);

    private void Grow()
    {
        var (oldTags, old) = (tags, entries);
        (tags, entries) = (new byte[old.Length * 2], new Entry[old.Length * 2]);
        for (var i = 0; i < old.Length; i++)
        {
            if (oldTags[i] == 0) continue;
            var slot = Slot(old[i].Key);
            (tags[slot], entries[slot]) = (oldTags[i], old[i]);
        }
    }

    private struct Entry
    {
        public ulong Key;
        public uint Bits;
    }
}
