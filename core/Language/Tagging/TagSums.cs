using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>A sum of rows with a weight for each tag.</summary>
internal struct TagSums
{
    /// <summary>No tagger has more tags.</summary>
    public const int Width = SparseRows.Width;

    private const int Lanes = 16;

    private Vector256<short> a;
    private Vector256<short> b;
    private Vector256<short> c;
    private Vector256<short> d;

    /// <summary>
    /// The sum of <paramref name="own"/>, a row of sums, and the weights of numbers: <paramref name="dense"/> of those that have a row,
    /// <paramref name="sparse"/> of the others.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe TagSums Of(SparseRows rows, ReadOnlySpan<short> own, ReadOnlySpan<uint> dense, ReadOnlySpan<uint> sparse)
    {
        var sums = Load(ref MemoryMarshal.GetReference(own[..Width]));
        foreach (var number in dense) sums.Add(ref *rows.Row(number));
        if (sparse.Length == 0) return sums;
        var single = stackalloc short[Width];
        sums.CopyTo(new Span<short>(single, Width));
        foreach (var number in sparse) rows.AddPairs(number, single);
        return Load(ref *single);
    }

    public readonly void CopyTo(Span<short> into)
    {
        ref var first = ref MemoryMarshal.GetReference(into[..Width]);
        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, Lanes);
        c.StoreUnsafe(ref first, 2 * Lanes);
        d.StoreUnsafe(ref first, 3 * Lanes);
    }

    /// <summary>The first of the highest, none of which is above its <paramref name="ceiling"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Best(in TagSums ceiling)
    {
        Vector256<short> w = Vector256.Min(a, ceiling.a), x = Vector256.Min(b, ceiling.b), y = Vector256.Min(c, ceiling.c), z = Vector256.Min(d, ceiling.d);
        var all = Vector256.Max(Vector256.Max(w, x), Vector256.Max(y, z));
        var eight = Vector128.Max(all.GetLower(), all.GetUpper());
        eight = Vector128.Max(eight, Vector128.Shuffle(eight, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        eight = Vector128.Max(eight, Vector128.Shuffle(eight, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        eight = Vector128.Max(eight, Vector128.Shuffle(eight, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6)));
        var wanted = Vector256.Create(eight.ToScalar());
        var low = Vector256.Narrow(Vector256.Equals(w, wanted), Vector256.Equals(x, wanted)).ExtractMostSignificantBits();
        var high = Vector256.Narrow(Vector256.Equals(y, wanted), Vector256.Equals(z, wanted)).ExtractMostSignificantBits();
        return BitOperations.TrailingZeroCount(low | ((ulong)high << 32));
    }

    /// <summary>The ceiling under which no lane wins that is no tag.</summary>
    public static TagSums Ceiling(int tags)
    {
        Span<short> ceiling = stackalloc short[Width];
        for (var i = 0; i < Width; i++) ceiling[i] = i < tags ? short.MaxValue : short.MinValue;
        return Load(ref MemoryMarshal.GetReference(ceiling));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TagSums Load(ref short first) => new()
    {
        a = Vector256.LoadUnsafe(ref first),
        b = Vector256.LoadUnsafe(ref first, Lanes),
        c = Vector256.LoadUnsafe(ref first, 2 * Lanes),
        d = Vector256.LoadUnsafe(ref first, 3 * Lanes),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ref sbyte row)
    {
        a += Wide(ref row, 0);
        b += Wide(ref row, Lanes);
        c += Wide(ref row, 2 * Lanes);
        d += Wide(ref row, 3 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Wide(ref sbyte row, nuint at) => Vector256.WidenLower(Vector128.LoadUnsafe(ref row, at).ToVector256Unsafe());
}
