using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Numbers the different keys of a text in the order in which they are added, from 0, in arrays that the analysis gives back.</summary>
internal sealed class KeyNumbers
{
    private const int Smallest = 256;

    private readonly WorkArrays work;
    private ulong[] keys;

    // One more than the number; 0 where there is no key.
    private int[] numbers;
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
    public int Find(ulong key) => numbers[Slot(key)] - 1;

    /// <summary>The number of a key, which is the next one when it is new.</summary>
    public int Add(ulong key)
    {
        var slot = Slot(key);
        if (numbers[slot] != 0) return numbers[slot] - 1;
        (keys[slot], numbers[slot]) = (key, ++Count);
        if (Count * 2 > 1 << (64 - shift)) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var (oldKeys, oldNumbers, size) = (keys, numbers, 1 << (64 - shift));
        Rent(size * 2);
        for (var i = 0; i < size; i++)
        {
            if (oldNumbers[i] == 0) continue;
            var slot = Slot(oldKeys[i]);
            (keys[slot], numbers[slot]) = (oldKeys[i], oldNumbers[i]);
        }
    }

    [MemberNotNull(nameof(keys), nameof(numbers))]
    private void Rent(int size)
    {
        keys = work.RentUncleared<ulong>(size);
        numbers = work.Rent<int>(size);
        shift = 64 - BitOperations.Log2((uint)size);
    }

    private int Slot(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> shift);
        while (numbers[slot] != 0 && keys[slot] != key) slot = (slot + 1) & ((1 << (64 - shift)) - 1);
        return slot;
    }
}
