using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>What the tagger worked out for the words it met last. Not safe for concurrent use.</summary>
internal sealed class TagMemo(TagDictionary dictionary, SparseRows rows)
{
    private const int Bits = 15;

    private static readonly short[] Nothing = new short[TagSums.Width];

    private readonly WordMemo<TagWord> memo = new(Bits, TagSums.Width);

    /// <summary>The processor fetches what is known of a word that will be looked up.</summary>
    public void WillFind(string text, Token token, uint hash, bool isFirst) => memo.WillFind(PlaceOf(text[token.Start], hash, isFirst));

    /// <summary>
    /// Sets <paramref name="word"/> and, unless the word has only one tag, <paramref name="sum"/>, the sum of the word's own rows.
    /// <paramref name="hash"/> is that of the token's form.
    /// </summary>
    public void Find(string text, Token token, uint hash, bool isFirst, ref TagWord word, Span<short> sum)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        if (form.Length > WordMemo<TagWord>.LongestWord)
        {
            Compute(text, token, hash, isFirst, ref word, sum);
            return;
        }

        var place = PlaceOf(form[0], hash, isFirst);
        ref var entry = ref memo[place];
        var kept = memo.Sums(place);
        if (entry.Word.Context.Form != hash || entry.Word.IsFirst != isFirst || !entry.IsOf(form))
        {
            Compute(text, token, hash, isFirst, ref entry.Word, kept);
            entry.SetForm(form);
        }

        word = entry.Word;
        if (word.OnlyTag < 0) kept.CopyTo(sum);
    }

    private int PlaceOf(char first, uint hash, bool isFirst) => memo.PlaceOf(first, hash, isFirst ? 1u : 0u);

    private void Compute(string text, Token token, uint hash, bool isFirst, ref TagWord word, Span<short> sum)
    {
        var features = WordFeatures.Of(text, token, hash);
        var known = dictionary.Of(text.AsSpan(token.Start, token.End - token.Start), hash);
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
}
