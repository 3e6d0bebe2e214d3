using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// Greedy left-to-right tagger: an averaged perceptron over <see cref="TagFeatures"/> (Collins 2002), with a dictionary for words that
/// have only one tag. The weights lie in memory, far from the processor: several sentences are tagged side by side, so that one is worked on
/// while the weights of the others are fetched (Kocberber et al. 2015, "Asynchronous memory access chaining"). Safe for concurrent use.
/// </summary>
internal sealed class Tagger(TagSet tagSet, TagDictionary dictionary, SparseRows rows)
{
    /// <summary>Sentences side by side: about as many as it takes until the weights of one are there.</summary>
    private const int Lanes = 8;

    private readonly ScratchPool<TagLane[]> pool = new(() => Make(dictionary, rows));

    // Lanes that are no tag lose against every sum.
    private readonly TagSums ceiling = TagSums.Ceiling(tagSet.Count);

    /// <summary>Sets the tags of all sentences of a text. <paramref name="forms"/> are the hashes of its words.</summary>
    public void Tag(string text, Span<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<uint> forms)
    {
        var lanes = pool.Rent();
        Tag(new TagText(text, tokens, forms, tagSet), sentences, lanes);
        pool.Return(lanes);
    }

    private void Tag(in TagText text, ReadOnlySpan<Sentence> sentences, TagLane[] lanes)
    {
        Span<int> waiting = stackalloc int[Lanes];
        var next = 0;
        for (var started = true; started;)
        {
            started = false;
            var count = 0;
            for (var i = 0; i < Lanes; i++)
            {
                if (lanes[i].Advance(text))
                {
                    waiting[count++] = i;
                }
                else if (next < sentences.Length)
                {
                    lanes[i].Start(text, sentences[next++]);
                    started = true;
                }
            }

            foreach (var i in waiting[..count]) lanes[i].Find();
            foreach (var i in waiting[..count]) lanes[i].Choose(text, ceiling);
            started |= count > 0;
        }
    }

    private static TagLane[] Make(TagDictionary dictionary, SparseRows rows)
    {
        var memo = new TagMemo(dictionary, rows);
        return [.. Enumerable.Range(0, Lanes).Select(_ => new TagLane(memo, rows))];
    }
}
