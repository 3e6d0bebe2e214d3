using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace NewsIngest.Storage.Index;

/// <summary>
/// A set of names as a few bytes that may say yes for a name that is not in it, never no for one that is (B. H. Bloom, "Space/time trade-offs in hash coding
/// with allowable errors", 1970; with one hash): a row has some dozens of names, so that one answer in ten is wrong.
/// </summary>
internal readonly struct NameFilter
{
    private const int Bits = 256;

    private NameFilter(byte[] bytes) => Bytes = bytes;

    /// <summary>As a row holds it.</summary>
    public byte[] Bytes { get; }

    public static NameFilter Of(IEnumerable<string> names)
    {
        var bytes = new byte[Bits / 8];
        foreach (var name in names)
        {
            var bit = Bit(name);
            bytes[bit >> 3] |= (byte)(1 << (bit & 7));
        }

        return new NameFilter(bytes);
    }

    /// <summary>The filter of a row; null when the row has none, or one of another size.</summary>
    public static NameFilter? Of(byte[]? bytes) => bytes is { Length: Bits / 8 } ? new NameFilter(bytes) : null;

    public bool MayHold(string name)
    {
        var bit = Bit(name);
        return (Bytes[bit >> 3] & (1 << (bit & 7))) != 0;
    }

    private static int Bit(string name) => (int)(XxHash32.HashToUInt32(MemoryMarshal.AsBytes(name.AsSpan())) % Bits);
}
