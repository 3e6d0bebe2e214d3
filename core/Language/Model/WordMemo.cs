using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsIngest.Language.Model;

/// <summary>
/// What was worked out for the words met last, with sums of weights for each: a table of fixed size in which a word replaces the one that stands in its
/// place. It saves time and changes no result. Not safe for concurrent use.
/// </summary>
/// <param name="bits">The logarithm of its size.</param>
/// <param name="sumsPerWord">A multiple of 32, the numbers of a cache line.</param>
internal sealed unsafe class WordMemo<T>(int bits, int sumsPerWord)
    where T : unmanaged
{
    /// <summary>In UTF-16 code units; longer words are not kept.</summary>
    public const int LongestWord = 16;

    private const int LineShorts = 32;

    private readonly FixedTable<Entry> entries = new(1 << bits);
    private readonly FixedTable<short> sums = new((1 << bits) * sumsPerWord);

    /// <summary>
    /// The place of a word by its first letter, the hash of its form and where it stands. The hash is the same for "us" and "US": the first letter sends the
    /// two to different places; so does the start of a sentence.
    /// </summary>
    public int PlaceOf(char first, uint hash, uint at) => (int)(((hash ^ ((uint)first << 16) ^ at) * 2654435769u) >> (32 - bits));

    /// <summary>What is known of the word that stands in a place.</summary>
    public ref Entry this[int place] => ref entries.First[place];

    public Span<short> Sums(int place) => sums.Span.Slice(place * sumsPerWord, sumsPerWord);

    /// <summary>The processor fetches a place that will be looked at.</summary>
    public void WillFind(int place)
    {
        if (!Sse.IsSupported) return;
        var entry = entries.First + place;
        Sse.Prefetch0(entry);
        Sse.Prefetch0((byte*)(entry + 1) - 1);
        var kept = sums.First + (place * sumsPerWord);
        for (var i = 0; i < sumsPerWord; i += LineShorts) Sse.Prefetch0(kept + i);
    }

    internal struct Entry
    {
        public T Word;
        private byte length;
        private Letters letters;

        public readonly bool IsOf(ReadOnlySpan<char> form) => form.SequenceEqual(((ReadOnlySpan<char>)letters)[..length]);

        /// <summary>Notes whose entry it is.</summary>
        public void SetForm(ReadOnlySpan<char> form)
        {
            form.CopyTo(letters);
            length = (byte)form.Length;
        }
    }

    [InlineArray(LongestWord)]
    private struct Letters
    {
        private char first;
    }
}
