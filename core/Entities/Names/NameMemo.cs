using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Entities.Names;

/// <summary>
/// What the name tagger worked out for the words it met last: a table of fixed size in which a word replaces the one that stands in its
/// place. It saves time and changes no result. Not safe for concurrent use.
/// </summary>
internal sealed class NameMemo(ByteRows rows)
{
    private const int Bits = 13;
    private const int LongestWord = 24;

    private readonly char[] forms = new char[(1 << Bits) * LongestWord];
    private readonly byte[] lengths = new byte[1 << Bits];
    private readonly NameWord[] words = new NameWord[1 << Bits];
    private readonly short[] sums = new short[(1 << Bits) * NameSums.PerWord];

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

        // The hash is the same for "us" and "US": the first letter sends the two to different places; so does the start of a sentence.
        var slot = (int)(((hash ^ ((uint)form[0] << 16) ^ at) * 2654435769u) >> (32 - Bits));
        ref var kept = ref words[slot];
        var keptSums = sums.AsSpan(slot * NameSums.PerWord, NameSums.PerWord);
        if (kept.Features.Form != hash || kept.At != at || kept.Classes != classes || !form.SequenceEqual(forms.AsSpan(slot * LongestWord, lengths[slot])))
        {
            kept = new NameWord(WordFeatures.Of(text, token, hash), classes, at, rows);
            NameSums.OfWord(rows, kept, keptSums);
            form.CopyTo(forms.AsSpan(slot * LongestWord));
            lengths[slot] = (byte)form.Length;
        }

        word = kept;
        keptSums.CopyTo(sum);
    }
}
