using System.Numerics;

namespace NewsIngest.Lookup;

/// <summary>Bits by 64-bit hashes, which count as all different. Safe for concurrent use once nothing is added any more.</summary>
internal sealed class BitTable
{
    private const int Smallest = 16;

    private ulong[] keys;

    /// <summary>0 where there is no key.</summary>
    private uint[] bits;
    private int count;

    /// <param name="capacity">About as many keys are expected.</param>
    public BitTable(int capacity = 0)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, capacity * 2));
        keys = new ulong[size];
        bits = new uint[size];
    }

    /// <summary>All bits that were added to a key, or 0.</summary>
    public uint this[ulong key] => bits[Slot(key)];

    /// <summary>Adds at least one bit.</summary>
    public void Add(ulong key, uint more)
    {
        var slot = Slot(key);
        if (bits[slot] == 0)
        {
            if (++count * 2 > keys.Length)
            {
                Grow();
                slot = Slot(key);
            }

            keys[slot] = key;
        }

        bits[slot] |= more;
    }

    private int Slot(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & (keys.Length - 1);
        while (bits[slot] != 0 && keys[slot] != key) slot = (slot + 1) & (keys.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var (oldKeys, oldBits) = (keys, bits);
        keys = new ulong[oldKeys.Length * 2];
        bits = new uint[oldBits.Length * 2];
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldBits[i] == 0) continue;
            var slot = Slot(oldKeys[i]);
            (keys[slot], bits[slot]) = (oldKeys[i], oldBits[i]);
        }
    }
}
