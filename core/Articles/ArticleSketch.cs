using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsIngest.Articles;

/// <summary>
/// A MinHash sketch of an article's body: how alike two articles are, told without their texts
/// (A. Broder, "On the resemblance and containment of documents", 1997). Words in runs of three, case and punctuation ignored.
/// </summary>
public static class ArticleSketch
{
    private const int Hashes = 64;

    private const int RowsPerBand = 3;

    private const int BandCount = 7;

    private const int BitsKept = 4;

    private const int HashesPerWord = 64 / BitsKept;

    private const ulong LowestOfEach = 0x1111111111111111;

    /// <summary>Two hashes that differ agree in their lowest bits once in so many cases.</summary>
    private const double ByChance = 1.0 / (1 << BitsKept);

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
        Span<ulong> window = stackalloc ulong[ShingleWords];
        var words = 0;
        foreach (var block in blocks)
        {
            if (block.Role == BlockRole.Body) words = AddWords(block.Span.In(text), window, words, minima);
        }

        return words < FewestWords ? null : System.Buffers.Text.Base64Url.EncodeToString(MemoryMarshal.AsBytes(minima));
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

    /// <summary>What <see cref="Similarity"/> estimates, from two signatures: within 0.1 of it nearly always.</summary>
    /// <exception cref="FormatException">One of the strings is no signature.</exception>
    public static double SignatureSimilarity(string one, string other)
    {
        Span<ulong> a = stackalloc ulong[Hashes / HashesPerWord];
        Span<ulong> b = stackalloc ulong[Hashes / HashesPerWord];
        DecodeSignature(one, a);
        DecodeSignature(other, b);
        var different = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var bits = a[i] ^ b[i];
            bits |= bits >> 1;
            bits |= bits >> 2;
            different += BitOperations.PopCount(bits & LowestOfEach);
        }

        return Math.Max(0, 1 - ((double)different / Hashes / (1 - ByChance)));
    }

    /// <summary>
    /// 7 short keys: two articles of similarity 0.8 share at least one of them with a probability of 0.99, of 0.7 with 0.95, of 0.2 with 0.05.
    /// Looking the keys up finds the candidates; <see cref="SignatureSimilarity"/> decides.
    /// </summary>
    /// <exception cref="FormatException"><paramref name="sketch"/> is no sketch.</exception>
    public static IReadOnlyList<string> Bands(string sketch)
    {
        Span<uint> minima = stackalloc uint[Hashes];
        Decode(sketch, minima);
        var bands = new string[BandCount];
        for (var i = 0; i < bands.Length; i++)
        {
            var hash = (ulong)i;
            foreach (var value in minima.Slice(i * RowsPerBand, RowsPerBand)) hash = Mix(hash ^ value);
            bands[i] = $"{i:x}{hash:x16}";
        }

        return bands;
    }

    private static int AddWords(ReadOnlySpan<char> body, Span<ulong> window, int words, Span<uint> minima)
    {
        for (var i = 0; i < body.Length;)
        {
            if (!char.IsLetterOrDigit(body[i]))
            {
                i++;
                continue;
            }

            var hash = 14695981039346656037UL;
            for (; i < body.Length && char.IsLetterOrDigit(body[i]); i++) hash = (hash ^ char.ToLowerInvariant(body[i])) * 1099511628211UL;
            window[words % ShingleWords] = hash;
            if (++words >= ShingleWords) AddShingle(window, words, minima);
        }

        return words;
    }

    private static void AddShingle(ReadOnlySpan<ulong> window, int words, Span<uint> minima)
    {
        var shingle = 0UL;
        for (var k = 0; k < ShingleWords; k++) shingle = Mix(shingle ^ window[(words + k) % ShingleWords]);
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

    private static void DecodeSignature(string signature, Span<ulong> bits)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var bytes = MemoryMarshal.AsBytes(bits);
        if (!System.Buffers.Text.Base64Url.TryDecodeFromChars(signature, bytes, out var written) || written != bytes.Length)
            throw new FormatException($"“{signature}” is no article signature");
    }

    private static uint[] Factors(ulong seed) => [.. Enumerable.Range(0, Hashes).Select(i => (uint)Mix(seed * Hashes + (ulong)i) | 1)];

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
