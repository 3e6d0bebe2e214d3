using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>Sums of rows with a weight for each tag.</summary>
internal static class TagSums
{
    /// <summary>No tagger has more tags.</summary>
    public const int Width = 64;

    /// <summary>The sum of <paramref name="own"/>, a row of sums, and the rows with these numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<short> Low, Vector512<short> High) Of(ByteRows rows, ReadOnlySpan<short> own, ReadOnlySpan<uint> numbers)
    {
        ref var sums = ref MemoryMarshal.GetReference(own);
        var low = Vector512.LoadUnsafe(ref sums);
        var high = Vector512.LoadUnsafe(ref sums, Width / 2);
        foreach (var number in numbers)
        {
            var row = Vector512.LoadUnsafe(ref rows[number]);
            low += Vector512.WidenLower(row);
            high += Vector512.WidenUpper(row);
        }

        return (low, high);
    }
}
