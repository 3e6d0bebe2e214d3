using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// Greedy left-to-right tagger: an averaged perceptron over <see cref="TagFeatures"/> (Collins 2002), with a dictionary for words that
/// have only one tag. Safe for concurrent use.
/// </summary>
internal sealed class Tagger(TagSet tagSet, TagDictionary dictionary, LinearModel model)
{
    public TagSet TagSet => tagSet;

    public TagDictionary Dictionary => dictionary;

    /// <summary>Sets the tags of one sentence. <paramref name="forms"/> are the hashes of its words.</summary>
    public void Tag(string text, Span<Token> tokens, ReadOnlySpan<uint> forms, TagScratch scratch)
    {
        scratch.Reserve(tokens.Length);
        var words = scratch.Words.AsSpan(0, tokens.Length);
        var known = scratch.Known.AsSpan(0, tokens.Length);
        var tags = scratch.Tags.AsSpan(0, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i] = WordFeatures.Of(text, tokens[i], forms[i]);
            known[i] = dictionary[forms[i]];
        }

        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (known[i].OnlyTag >= 0)
            {
                tags[i] = (byte)known[i].OnlyTag;
            }
            else
            {
                TagFeatures.Extract(words, known, tags, i, features);
                scores.Clear();
                model.Add(features, scores);
                tags[i] = (byte)Best(scores[..tagSet.Count]);
            }

            var (penn, upos) = tagSet[tags[i]];
            tokens[i] = tokens[i] with { Penn = penn, Upos = upos };
        }
    }

    private static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
