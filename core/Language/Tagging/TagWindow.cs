using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>The words around the one to tag, and the memo that they come from. Not safe for concurrent use.</summary>
internal sealed class TagWindow(TagDictionary dictionary, ByteRows rows)
{
    /// <summary>How far a decision looks in either direction.</summary>
    public const int Reach = 2;

    // A power of two with room for the word and its neighbours.
    private const int Size = 8;

    private readonly TagMemo memo = new(dictionary, rows);
    private readonly TagWord edge = new(TagFeatures.Edge, new TagDictionary.Entry(TagFeatures.EdgeAmbiguity, TagDictionary.NoTag), isFirst: false, rows);
    private readonly TagWord[] words = new TagWord[Size];
    private readonly short[] sums = new short[Size * TagSums.Width];

    /// <summary>The word at a position of the sentence, or beyond its edges.</summary>
    public ref readonly TagWord this[int at] => ref words[at & (Size - 1)];

    /// <summary>The sums of the own rows of the word at a position.</summary>
    public ReadOnlySpan<short> Sums(int at) => sums.AsSpan((at & (Size - 1)) * TagSums.Width, TagSums.Width);

    public void Set(int at, string text, Token token, uint hash) =>
        memo.Find(text, token, hash, at == 0, ref words[at & (Size - 1)], sums.AsSpan((at & (Size - 1)) * TagSums.Width, TagSums.Width));

    public void SetEdge(int at) => words[at & (Size - 1)] = edge;
}
