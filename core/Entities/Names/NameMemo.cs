using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Entities.Names;

/// <summary>
/// What the name tagger worked out for the words it met last: a table of fixed size in which a word replaces the one that stands in its
/// place. It saves time and changes no result. Not safe for concurrent use.
/// </summary>
internal sealed unsafe class NameMemo(ByteRows rows)
{
    private const int Bits = 14;
    private const int LongestWord = 16;
    private const int LineShorts = 32;

    private readonly FixedTable<Entry> entries = new(1 << Bits);
    private readonly FixedTable<short> sums = new((1 << Bits) * NameSums.PerWord);

    /// <summary>The processor fetches what is known of a word that will be looked up.</summary>
    public void WillFind(string text, Token token, uint hash, uint at)
    {
        if (!Sse.IsSupported) return;
        var slot = SlotOf(text[token.Start], hash, at);
        var entry = entries.First + slot;
        Sse.Prefetch0(entry);
        Sse.Prefetch0((byte*)(entry + 1) - 1);
        var kept = sums.First + (slot * NameSums.PerWord);
        for (var i = 0; i < NameSums.PerWord; i += LineShorts) Sse.Prefetch0(kept + i);
    }

    /// <summary>Sets a word and its <see cref="NameSums.PerWord"/> sums. <paramref name="hash"/> is that of the token's form.</summary>
    public void Find(string text, Token token, uint hash, WordClass classes, uint at, ref NameWord word, Span<short> sum)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        if (form.Length > LongestWord)
        {
            word = new NameWord(WordFeatures.Of(text, token, hash), classes, at, rows);
            NameSums.OfWord(rows, word, sum);
            return;
        }

        var slot = SlotOf(form[0], hash, at);
        ref var entry = ref entries.First[slot];
        var kept = sums.Span.Slice(slot * NameSums.PerWord, NameSums.PerWord);
        if (entry.Word.Features.Form != hash || entry.Word.At != at || entry.Word.Classes != classes || !form.SequenceEqual(((ReadOnlySpan<char>)entry.Form)[..entry.Length]))
        {
            entry.Word = new NameWord(WordFeatures.Of(text, token, hash), classes, at, rows);
            NameSums.OfWord(rows, entry.Word, kept);
            form.CopyTo(entry.Form);
            entry.Length = form.Length;
        }

        word = entry.Word;
        kept.CopyTo(sum);
    }

    /// <summary>The hash is the same for "us" and "US": the first letter sends the two to different places; so does the start of a sentence.</summary>
    private static int SlotOf(char first, uint hash, uint at) => (int)(((hash ^ ((uint)first << 16) ^ at) * 2654435769u) >> (32 - Bits));

    private struct Entry
    {
        public NameWord Word;
        public int Length;
        public Letters Form;
    }

    [InlineArray(LongestWord)]
    private struct Letters
    {
        private char first;
    }
}
