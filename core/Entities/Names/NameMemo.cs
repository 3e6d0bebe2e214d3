using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Entities.Names;

/// <summary>What the name tagger worked out for the words it met last. Not safe for concurrent use.</summary>
internal sealed class NameMemo(ByteRows rows)
{
    private const int Bits = 15;

    private readonly WordMemo<NameWord> memo = new(Bits, NameSums.PerWord);

    /// <summary>The processor fetches what is known of a word that will be looked up.</summary>
    public void WillFind(string text, Token token, uint hash, uint at) => memo.WillFind(memo.PlaceOf(text[token.Start], hash, at));

    /// <summary>Sets a word and its <see cref="NameSums.PerWord"/> sums. <paramref name="hash"/> is that of the token's form.</summary>
    public void Find(string text, Token token, uint hash, WordClass classes, uint at, ref NameWord word, Span<short> sum)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        if (form.Length > WordMemo<NameWord>.LongestWord)
        {
            Compute(text, token, hash, classes, at, ref word, sum);
            return;
        }

        var place = memo.PlaceOf(form[0], hash, at);
        ref var entry = ref memo[place];
        var kept = memo.Sums(place);
        if (entry.Word.Features.Form != hash || entry.Word.At != at || entry.Word.Classes != classes || !entry.IsOf(form))
        {
            Compute(text, token, hash, classes, at, ref entry.Word, kept);
            entry.SetForm(form);
        }

        word = entry.Word;
        kept.CopyTo(sum);
    }

    private void Compute(string text, Token token, uint hash, WordClass classes, uint at, ref NameWord word, Span<short> sum)
    {
        word = new NameWord(WordFeatures.Of(text, token, hash), classes, at, rows);
        NameSums.OfWord(rows, word, sum);
    }
}
