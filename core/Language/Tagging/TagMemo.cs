using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// What the tagger worked out for the words it met last: a table of fixed size in which a word replaces the one that stands in its place.
/// It saves time and changes no result. Not safe for concurrent use.
/// </summary>
internal sealed class TagMemo(TagDictionary dictionary, ByteRows rows)
{
    private const int Bits = 14;
    private const int LongestWord = 24;

    private static readonly short[] Nothing = new short[TagSums.Width];

    private readonly char[] forms = new char[(1 << Bits) * LongestWord];
    private readonly byte[] lengths = new byte[1 << Bits];
    private readonly TagWord[] words = new TagWord[1 << Bits];
    private readonly short[] own = new short[(1 << Bits) * TagSums.Width];

    /// <summary>Sets <paramref name="word"/> and <paramref name="sum"/>, the sum of the word's own rows. <paramref name="hash"/> is that of the token's form.</summary>
    public void Find(string text, Token token, uint hash, bool isFirst, ref TagWord word, Span<short> sum)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        if (form.Length > LongestWord)
        {
            Compute(text, token, hash, isFirst, ref word, sum);
            return;
        }

        // The hash is the same for "us" and "US": the first letter sends the two to different places; so does the start of a sentence.
        var slot = (int)(((hash ^ ((uint)form[0] << 16) ^ (isFirst ? 1u : 0u)) * 2654435769u) >> (32 - Bits));
        var kept = own.AsSpan(slot * TagSums.Width, TagSums.Width);
        if (words[slot].Context.Form != hash || words[slot].IsFirst != isFirst || !form.SequenceEqual(forms.AsSpan(slot * LongestWord, lengths[slot])))
        {
            Compute(text, token, hash, isFirst, ref words[slot], kept);
            form.CopyTo(forms.AsSpan(slot * LongestWord));
            lengths[slot] = (byte)form.Length;
        }

        word = words[slot];
        kept.CopyTo(sum);
    }

    private void Compute(string text, Token token, uint hash, bool isFirst, ref TagWord word, Span<short> sum)
    {
        var features = WordFeatures.Of(text, token, hash);
        var known = dictionary[hash];
        word = new TagWord(features, known, isFirst, rows);
        Span<uint> numbers = stackalloc uint[TagFeatures.OwnCount];
        TagFeatures.Own(features, isFirst ? 1u : 0u, numbers);
        foreach (ref var number in numbers) number = rows.Find(number);
        var (low, high) = TagSums.Of(rows, Nothing, numbers);
        low.CopyTo(sum);
        high.CopyTo(sum[(TagSums.Width / 2)..]);
    }
}
