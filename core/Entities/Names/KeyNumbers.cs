using System.Numerics;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Numbers the different keys of a text in the order in which they are added, from 0, in arrays that the analysis gives back.</summary>
internal readonly struct KeyNumbers
{
    private const int Smallest = 16;

    private readonly ulong[] keys;

    // One more than the number; 0 where there is no key.
    private readonly int[] numbers;
    private readonly int shift;

    /// <param name="work">Where the arrays come from.</param>
    /// <param name="most">No more keys than this are added.</param>
    public KeyNumbers(WorkArrays work, int most)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, most * 2));
        keys = work.Rent<ulong>((int)size);
        numbers = work.Rent<int>((int)size);
        shift = 64 - BitOperations.Log2(size);
    }

    /// <summary>The number of a key, or -1 when it was not added.</summary>
    public int Find(ulong key) => numbers[Slot(key)] - 1;

    /// <summary>The number of a key, which is <paramref name="next"/> when it is new.</summary>
    public int Add(ulong key, int next)
    {
        var slot = Slot(key);
        if (numbers[slot] == 0) (keys[slot], numbers[slot]) = (key, next + 1);
        return numbers[slot] - 1;
    }

    private int Slot(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> shift);
        while (numbers[slot] != 0 && keys[slot] != key) slot = (slot + 1) & ((1 << (64 - shift)) - 1);
        return slot;
    }
}
