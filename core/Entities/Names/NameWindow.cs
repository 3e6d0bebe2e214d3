using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>The words around the token to score, and the memo that they come from. Not safe for concurrent use.</summary>
internal sealed class NameWindow
{
    /// <summary>How far a score looks in either direction, runs and phrases left out.</summary>
    public const int Reach = 2;

    /// <summary>So many words before a word is looked up, it is asked for.</summary>
    private const int Ahead = 6;

    // A power of two with room for the word and its neighbours.
    private const int Size = 8;

    private readonly NameMemo memo;
    private readonly NameWord edge;
    private readonly short[] edgeSums = new short[NameSums.PerWord];
    private readonly NameWord[] words = new NameWord[Size];
    private readonly short[] sums = new short[Size * NameSums.PerWord];

    public NameWindow(ByteRows rows)
    {
        memo = new NameMemo(rows);
        edge = new NameWord(NameFeatures.Edge, WordClass.None, 0, rows);
        NameSums.OfWord(rows, edge, edgeSums);
        Pending = new PendingScores(rows);
    }

    public NameDecoder.Scratch Decoding { get; } = new();

    public PendingScores Pending { get; }

    /// <summary>The word at a position of the text, or beyond the edges of its sentence.</summary>
    public ref readonly NameWord this[int at] => ref words[at & (Size - 1)];

    /// <summary>The sums of a word in one of the places that <see cref="NameSums"/> names.</summary>
    public ReadOnlySpan<short> Sums(int at, int place) => sums.AsSpan(((at & (Size - 1)) * NameSums.PerWord) + place, NameSums.Width);

    public void Set(int at, NameDocument document, Sentence sentence)
    {
        var text = document.Text.Text;
        var later = at + Ahead;
        if (later < document.Text.Tokens.Length) memo.WillFind(text, document.Text.Tokens[later], document.Text.FormHash(later), NameFeatures.At(document, sentence, later));
        memo.Find(text, document.Text.Tokens[at], document.Text.FormHash(at), document.Lexicon.Word(at), NameFeatures.At(document, sentence, at), ref words[at & (Size - 1)], AllSums(at));
    }

    public void SetEdge(int at)
    {
        words[at & (Size - 1)] = edge;
        edgeSums.CopyTo(AllSums(at));
    }

    private Span<short> AllSums(int at) => sums.AsSpan((at & (Size - 1)) * NameSums.PerWord, NameSums.PerWord);
}
