using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsIngest.Articles;

/// <summary>
/// What tells copies of an article from others, ready to be compared: the lowest four bits of each hash of its sketch, see <see cref="ArticleSketch.Signature"/>,
/// or where it is too short for a sketch its content alone.
/// </summary>
internal readonly struct ArticleSignature
{
    private const int Words = 4;
    private const int ContentLength = 40;
    private const char ContentMark = 'x';
    private const ulong LowestOfEach = 0x1111111111111111;

    /// <summary>Two hashes that differ agree in their lowest bits once in so many cases.</summary>
    private const double ByChance = 1.0 / (1 << ArticleSketch.BitsKept);

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;
    private readonly string? content;

    /// <exception cref="FormatException"><paramref name="text"/> is no signature.</exception>
    public ArticleSignature(string text)
    {
        if (text.Length == ContentLength + 1 && text[0] == ContentMark)
        {
            content = text;
            return;
        }

        Span<ulong> bits = stackalloc ulong[Words];
        var bytes = MemoryMarshal.AsBytes(bits);
        if (!Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length) throw new FormatException($"“{text}” is no article signature");
        (first, second, third, fourth) = (bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>The signature that only the same bytes give.</summary>
    public static string OfContent(string hash) => ContentMark + hash[..ContentLength];

    /// <summary>0 to 1: what <see cref="ArticleSketch.Similarity"/> estimates, within 0.1 of it nearly always.</summary>
    public double SimilarityTo(in ArticleSignature other)
    {
        if (content is not null || other.content is not null) return content == other.content ? 1 : 0;
        var different = Different(first ^ other.first) + Different(second ^ other.second) + Different(third ^ other.third) + Different(fourth ^ other.fourth);
        return Math.Max(0, 1 - ((double)different / ArticleSketch.Hashes / (1 - ByChance)));
    }

    /// <summary>False when <see cref="SimilarityTo"/> is less for sure; told from half of the hashes, which is enough for nearly all pairs that have nothing in common.</summary>
    public bool MayBeSimilar(in ArticleSignature other, double least) =>
        Different(first ^ other.first) + Different(second ^ other.second) < ((1 - least) * (1 - ByChance) * ArticleSketch.Hashes) + 1;

    private static int Different(ulong bits)
    {
        bits |= bits >> 1;
        bits |= bits >> 2;
        return BitOperations.PopCount(bits & LowestOfEach);
    }
}
