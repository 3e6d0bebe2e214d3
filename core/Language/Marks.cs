using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsIngest.Language;

/// <summary>
/// A byte for each token of a text. The next token with one of some bits is found eight at a time: a loop that decides on every token anew is
/// guessed wrong by a processor that comes from other code, and an analysis has dozens of them.
/// </summary>
internal static class Marks
{
    private const int Step = sizeof(ulong);
    private const ulong EachByte = 0x0101010101010101;

    /// <summary>The first index from <paramref name="from"/> on that is marked; the number of marks when there is none.</summary>
    public static int Next(ReadOnlySpan<bool> marks, int from) => Next(MemoryMarshal.AsBytes(marks), 1, from);

    /// <summary>The first index from <paramref name="from"/> on whose byte has one of the bits; the number of bytes when there is none.</summary>
    public static int Next(ReadOnlySpan<byte> marks, byte bits, int from)
    {
        for (; from <= marks.Length - Step; from += Step)
        {
            var found = BinaryPrimitives.ReadUInt64LittleEndian(marks[from..]) & (bits * EachByte);
            if (found != 0) return from + (BitOperations.TrailingZeroCount(found) / 8);
        }

        while (from < marks.Length && (marks[from] & bits) == 0) from++;
        return from;
    }
}
