using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// Greedy left-to-right tagger: an averaged perceptron over <see cref="TagFeatures"/> (Collins 2002), with a dictionary for words that
/// have only one tag. Safe for concurrent use.
/// </summary>
internal sealed class Tagger(TagSet tagSet, TagDictionary dictionary, ByteRows rows)
{
    private const int MostRows = TagFeatures.PlaceCount + TagFeatures.ContextCount;

    private readonly ScratchPool<TagWindow> windows = new(() => new TagWindow(dictionary, rows));

    // Lanes that are no tag lose against every sum.
    private readonly Vector512<short> lowCeiling = Ceiling(tagSet.Count, 0);
    private readonly Vector512<short> highCeiling = Ceiling(tagSet.Count, TagSums.Width / 2);

    /// <summary>Sets the tags of all sentences of a text. <paramref name="forms"/> are the hashes of its words.</summary>
    public void Tag(string text, Span<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<uint> forms)
    {
        var window = windows.Rent();
        foreach (var sentence in sentences)
        {
            var length = sentence.EndToken - sentence.FirstToken;
            Tag(text, tokens.Slice(sentence.FirstToken, length), forms.Slice(sentence.FirstToken, length), window);
        }

        windows.Return(window);
    }

    private void Tag(string text, Span<Token> tokens, ReadOnlySpan<uint> forms, TagWindow window)
    {
        uint tag1 = 0, tag2 = 0;
        for (var beyond = 1; beyond <= TagWindow.Reach; beyond++) window.SetEdge(-beyond);
        for (var ahead = 0; ahead < tokens.Length + TagWindow.Reach; ahead++)
        {
            if (ahead < tokens.Length) window.Set(ahead, text, tokens[ahead], forms[ahead]);
            else window.SetEdge(ahead);
            var at = ahead - TagWindow.Reach;
            if (at < 0) continue;
            var only = window[at].OnlyTag;
            var tag = only >= 0 ? only : Choose(window, at, tag1, tag2);
            (tag2, tag1) = (tag1, (uint)tag + 1);
            var (penn, upos) = tagSet[tag];
            tokens[at] = tokens[at] with { Penn = penn, Upos = upos };
        }
    }

    private int Choose(TagWindow window, int at, uint tag1, uint tag2)
    {
        Span<uint> numbers = stackalloc uint[MostRows];
        ref readonly var before = ref window[at - 1];
        ref readonly var word = ref window[at];
        ref readonly var after = ref window[at + 1];
        TagFeatures.Context(before.Context, word.Context, after.Context, tag1, tag2, numbers);
        for (var i = 0; i < TagFeatures.ContextCount; i++) numbers[i] = rows.Find(numbers[i]);
        var count = TagFeatures.ContextCount;
        Add(before, TagFeatures.Before, TagFeatures.Before2, numbers, ref count);
        Add(window[at - 2], TagFeatures.Before2, TagFeatures.After, numbers, ref count);
        Add(after, TagFeatures.After, TagFeatures.After2, numbers, ref count);
        Add(window[at + 2], TagFeatures.After2, TagFeatures.PlaceCount, numbers, ref count);
        var (low, high) = TagSums.Of(rows, window.Sums(at), numbers);
        return Best(Vector512.Min(low, lowCeiling), Vector512.Min(high, highCeiling));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(in TagWord word, int first, int end, Span<uint> numbers, ref int count)
    {
        for (var i = first; i < end; i++) numbers[count++] = word.Rows[i];
    }

    /// <summary>The first of the highest.</summary>
    private static int Best(Vector512<short> low, Vector512<short> high)
    {
        var both = Vector512.Max(low, high);
        var half = Vector256.Max(both.GetLower(), both.GetUpper());
        var eight = Vector128.Max(half.GetLower(), half.GetUpper());
        eight = Vector128.Max(eight, Vector128.Shuffle(eight, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        eight = Vector128.Max(eight, Vector128.Shuffle(eight, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        eight = Vector128.Max(eight, Vector128.Shuffle(eight, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6)));
        var wanted = Vector512.Create(eight.ToScalar());
        var hits = Vector512.Equals(low, wanted).ExtractMostSignificantBits() | (Vector512.Equals(high, wanted).ExtractMostSignificantBits() << (TagSums.Width / 2));
        return BitOperations.TrailingZeroCount(hits);
    }

    private static Vector512<short> Ceiling(int tags, int first)
    {
        Span<short> ceiling = stackalloc short[TagSums.Width / 2];
        for (var i = 0; i < ceiling.Length; i++) ceiling[i] = first + i < tags ? short.MaxValue : short.MinValue;
        return Vector512.Create<short>(ceiling);
    }
}
