using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsIngest.Articles;

/// <summary>
/// A MinHash sketch of an article's body: how alike two articles are, told without their texts
/// (A. Broder, "On the resemblance and containment of documents", 1997). Words in runs of three, case and punctuation ignored.
/// </summary>
public static class ArticleSketch
{
    internal const int Hashes = 64;

    internal const int BitsKept = 4;

    internal const int HashesPerWord = 64 / BitsKept;

    private const int ShingleWords = 3;

    private const int FewestWords = 20;

    private static readonly uint[] LowFactors = Factors(1);

    private static readonly uint[] HighFactors = Factors(2);

    private static readonly uint[] Offsets = Factors(3);

    /// <summary>The sketch of the body blocks of a text in base64url; null when they hold fewer than 20 words.</summary>
    public static string? Of(string text, IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        Span<uint> minima = stackalloc uint[Hashes];
        minima.Fill(uint.MaxValue);
        var runs = new WordRuns(stackalloc ulong[ShingleWords]);
        foreach (var block in blocks)
        {
            if (block.Role != BlockRole.Body) continue;
            runs.Continue(block.Span.In(text));
            while (runs.MoveNext()) AddShingle(runs.Current, minima);
        }

        return runs.Words < FewestWords ? null : System.Buffers.Text.Base64Url.EncodeToString(MemoryMarshal.AsBytes(minima));
    }

    /// <summary>The share of word runs that two articles have in common, 0 to 1, estimated from their sketches.</summary>
    /// <exception cref="FormatException">One of the strings is no sketch.</exception>
    public static double Similarity(string one, string other)
    {
        Span<uint> a = stackalloc uint[Hashes];
        Span<uint> b = stackalloc uint[Hashes];
        Decode(one, a);
        Decode(other, b);
        var same = 0;
        for (var i = 0; i < Hashes; i++)
        {
            if (a[i] == b[i]) same++;
        }

        return (double)same / Hashes;
    }

    /// <summary>
    /// The sketch with only the lowest four bits of each hash, 43 characters instead of 342: small enough to stand in every row of an index
    /// (P. Li and A. C. König, "b-Bit Minwise Hashing", 2010).
    /// </summary>
    /// <exception cref="FormatException"><paramref name="sketch"/> is no sketch.</exception>
    public static string Signature(string sketch)
    {
        Span<uint> minima = stackalloc uint[Hashes];
        Decode(sketch, minima);
        Span<ulong> bits = stackalloc ulong[Hashes / HashesPerWord];
        bits.Clear();
        for (var i = 0; i < Hashes; i++) bits[i / HashesPerWord] |= (ulong)(minima[i] & ((1 << BitsKept) - 1)) << (i % HashesPerWord * BitsKept);
        return System.Buffers.Text.Base64Url.EncodeToString(MemoryMarshal.AsBytes(bits));
    }

    private static void AddShingle(ulong shingle, Span<uint> minima)
    {
        var low = new Vector<uint>((uint)shingle);
        var high = new Vector<uint>((uint)(shingle >> 32));
        for (var i = 0; i < Hashes; i += Vector<uint>.Count)
        {
            var value = low * new Vector<uint>(LowFactors, i) + high * new Vector<uint>(HighFactors, i) + new Vector<uint>(Offsets, i);
            Vector.Min(value, new Vector<uint>(minima[i..])).CopyTo(minima[i..]);
        }
    }

    private static void Decode(string sketch, Span<uint> minima)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var bytes = MemoryMarshal.AsBytes(minima);
        if (!System.Buffers.Text.Base64Url.TryDecodeFromChars(sketch, bytes, out var written) || written != bytes.Length)
            throw new FormatException($"“{sketch}” is no article sketch");
    }

    private static uint[] Factors(ulong seed)
    {
        var factors = new uint[Hashes];
        for (var i = 0; i < Hashes; i++) factors[i] = (uint)WordRuns.Mix(seed * Hashes + (ulong)i) | 1;
        return factors;
    }
}
