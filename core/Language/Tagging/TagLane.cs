using System.Runtime.CompilerServices;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// A sentence that is tagged beside others: what a decision needs is asked for, and while the memory fetches it the other sentences have
/// their turn. Not safe for concurrent use.
/// </summary>
internal sealed class TagLane(TagMemo memo, SparseRows rows)
{
    /// <summary>How far a decision looks in either direction.</summary>
    private const int Reach = 2;

    /// <summary>So many words before a word is looked up, it is asked for.</summary>
    private const int Ahead = 4;

    // A power of two with room for the word and its neighbours.
    private const int Size = 8;

    // One more, as a number is written to both lists before one of them counts it.
    private const int MostRows = TagFeatures.PlaceCount + TagFeatures.ContextCount + 1;

    private readonly TagWord edge = new(TagFeatures.Edge, new TagDictionary.Entry(TagFeatures.EdgeAmbiguity, TagDictionary.NoTag), isFirst: false, rows);
    private readonly TagWord[] words = new TagWord[Size];
    private readonly short[] sums = new short[Size * TagSums.Width];
    private readonly uint[] features = new uint[TagFeatures.ContextCount];
    private readonly uint[] slots = new uint[TagFeatures.ContextCount];
    private readonly uint[] dense = new uint[MostRows];
    private readonly uint[] sparse = new uint[MostRows];
    private int first;
    private int length;
    private int at;
    private int set;
    private int denseCount;
    private int sparseCount;
    private uint tag1;
    private uint tag2;

    /// <summary>Begins a sentence.</summary>
    public void Start(in TagText text, Sentence sentence)
    {
        (first, length, at, set, tag1, tag2) = (sentence.FirstToken, sentence.EndToken - sentence.FirstToken, 0, 0, 0, 0);
        for (var beyond = 1; beyond <= Reach; beyond++) words[-beyond & (Size - 1)] = edge;
        for (var i = 0; i < Math.Min(Ahead, length); i++) AskFor(text, i);
    }

    /// <summary>Tags words that have only one tag and asks for what the decision on the next one needs; false when the sentence is over.</summary>
    public bool Advance(in TagText text)
    {
        for (; at < length; at++)
        {
            for (; set <= at + Reach; set++) Set(text, set);
            var only = words[at & (Size - 1)].OnlyTag;
            if (only >= 0)
            {
                Put(text, only);
                continue;
            }

            Ask();
            return true;
        }

        return false;
    }

    /// <summary>Finds the weights of the decision that <see cref="Advance"/> stopped at, and asks for them.</summary>
    public void Find()
    {
        var numbers = new RowNumbers(dense, sparse, denseCount, sparseCount);
        rows.Find(features, slots, ref numbers);
        (denseCount, sparseCount) = (numbers.DenseCount, numbers.SparseCount);
    }

    /// <summary>Tags the word.</summary>
    public void Choose(in TagText text, in TagSums ceiling)
    {
        Put(text, TagSums.Of(rows, sums.AsSpan((at & (Size - 1)) * TagSums.Width, TagSums.Width), dense.AsSpan(0, denseCount), sparse.AsSpan(0, sparseCount)).Best(ceiling));
        at++;
    }

    private void Put(in TagText text, int tag)
    {
        (tag2, tag1) = (tag1, (uint)tag + 1);
        text.Put(first + at, tag);
    }

    private void AskFor(in TagText text, int position) => memo.WillFind(text.Text, text.Tokens[first + position], text.Forms[first + position], position == 0);

    private void Set(in TagText text, int position)
    {
        var place = position & (Size - 1);
        if (position >= length)
        {
            words[place] = edge;
            return;
        }

        if (position + Ahead < length) AskFor(text, position + Ahead);
        memo.Find(text.Text, text.Tokens[first + position], text.Forms[first + position], position == 0, ref words[place], sums.AsSpan(place * TagSums.Width, TagSums.Width));
    }

    private void Ask()
    {
        ref readonly var before = ref words[(at - 1) & (Size - 1)];
        ref readonly var after = ref words[(at + 1) & (Size - 1)];
        TagFeatures.Context(before.Context, words[at & (Size - 1)].Context, after.Context, tag1, tag2, features);
        rows.WillFind(features, slots);
        var numbers = new RowNumbers(dense, sparse, 0, 0);
        Add(before, TagFeatures.Before, TagFeatures.Before2, ref numbers);
        Add(words[(at - 2) & (Size - 1)], TagFeatures.Before2, TagFeatures.After, ref numbers);
        Add(after, TagFeatures.After, TagFeatures.After2, ref numbers);
        Add(words[(at + 2) & (Size - 1)], TagFeatures.After2, TagFeatures.PlaceCount, ref numbers);
        (denseCount, sparseCount) = (numbers.DenseCount, numbers.SparseCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(in TagWord word, int from, int end, ref RowNumbers numbers)
    {
        for (var i = from; i < end; i++)
        {
            rows.WillAdd(word.Rows[i]);
            numbers.Add(word.Rows[i]);
        }
    }
}

/// <summary>The text whose words are tagged.</summary>
internal readonly ref struct TagText(string text, Span<Token> tokens, ReadOnlySpan<uint> forms, TagSet tags)
{
    private readonly Span<Token> tokens = tokens;
    private readonly ReadOnlySpan<uint> forms = forms;

    public string Text => text;

    public ReadOnlySpan<Token> Tokens => tokens;

    /// <summary>The hashes of the words.</summary>
    public ReadOnlySpan<uint> Forms => forms;

    public void Put(int token, int tag)
    {
        var (penn, upos) = tags[tag];
        tokens[token] = tokens[token] with { Penn = penn, Upos = upos };
    }
}
