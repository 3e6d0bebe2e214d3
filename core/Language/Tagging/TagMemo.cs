using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// What the tagger worked out for the words it met last: a table of fixed size in which a word replaces the one that stands in its place.
/// It saves time and changes no result. Not safe for concurrent use.
/// </summary>
internal sealed unsafe class TagMemo(TagDictionary dictionary, SparseRows rows)
{
    private const int Bits = 15;
    private const int LongestWord = 16;
    private const int LineShorts = 32;

    private static readonly short[] Nothing = new short[TagSums.Width];

    private readonly FixedTable<Entry> entries = new(1 << Bits);
    private readonly FixedTable<short> own = new((1 << Bits) * TagSums.Width);

    /// <summary>The processor fetches what is known of a word that will be looked up.</summary>
    public void WillFind(string text, Token token, uint hash, bool isFirst)
    {
        if (!Sse.IsSupported) return;
        var slot = SlotOf(text[token.Start], hash, isFirst);
        var entry = entries.First + slot;
        Sse.Prefetch0(entry);
        Sse.Prefetch0((byte*)(entry + 1) - 1);
        var sums = own.First + (slot * TagSums.Width);
        Sse.Prefetch0(sums);
        Sse.Prefetch0(sums + LineShorts);
    }

    /// <summary>
    /// Sets <paramref name="word"/> and, unless the word has only one tag, <paramref name="sum"/>, the sum of the word's own rows.
    /// <paramref name="hash"/> is that of the token's form.
    /// </summary>
    public void Find(string text, Token token, uint hash, bool isFirst, ref TagWord word, Span<short> sum)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        if (form.Length > LongestWord)
        {
            Compute(text, token, hash, isFirst, ref word, sum);
            return;
        }

        var slot = SlotOf(form[0], hash, isFirst);
        ref var entry = ref entries.First[slot];
        var kept = own.Span.Slice(slot * TagSums.Width, TagSums.Width);
        if (entry.Word.Context.Form != hash || entry.Word.IsFirst != isFirst || !form.SequenceEqual(((ReadOnlySpan<char>)entry.Form)[..entry.Length]))
        {
            Compute(text, token, hash, isFirst, ref entry.Word, kept);
            form.CopyTo(entry.Form);
            entry.Length = (byte)form.Length;
        }

        word = entry.Word;
        if (word.OnlyTag < 0) kept.CopyTo(sum);
    }

    /// <summary>The hash is the same for "us" and "US": the first letter sends the two to different places; so does the start of a sentence.</summary>
    private static int SlotOf(char first, uint hash, bool isFirst) => (int)(((hash ^ ((uint)first << 16) ^ (isFirst ? 1u : 0u)) * 2654435769u) >> (32 - Bits));

    private void Compute(string text, Token token, uint hash, bool isFirst, ref TagWord word, Span<short> sum)
    {
        var features = WordFeatures.Of(text, token, hash);
        var known = dictionary[hash];
        word = new TagWord(features, known, isFirst, rows);
        if (word.OnlyTag >= 0) return;
        Span<uint> numbers = stackalloc uint[TagFeatures.OwnCount];
        TagFeatures.Own(features, isFirst ? 1u : 0u, numbers);
        rows.FindAll(numbers);
        numbers.Sort();
        var sparse = 0;
        while (sparse < numbers.Length && !SparseRows.HasRow(numbers[sparse])) sparse++;
        TagSums.Of(rows, Nothing, numbers[sparse..], numbers[..sparse]).CopyTo(sum);
    }

    private struct Entry
    {
        public TagWord Word;
        public byte Length;
        public Letters Form;
    }

    [InlineArray(LongestWord)]
    private struct Letters
    {
        private char first;
    }
}
