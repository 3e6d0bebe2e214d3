using System.Runtime.InteropServices;
using NewsIngest.Articles;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Language;

/// <summary>Tokenises, splits into sentences and tags English text. Safe for concurrent use; the model is loaded on first use.</summary>
public sealed class EnglishAnnotator
{
    /// <summary>In characters. The buffer of a longer text is kept for the next one only until the garbage collector wants it.</summary>
    private const int LongestKept = 1 << 16;

    private static readonly ScratchPools<List<Token>> Pools = new(() => [], LongestKept);

    /// <summary>Annotates the title and body blocks of a text; other blocks get no tokens.</summary>
    /// <exception cref="ModelException">The language model is missing or broken.</exception>
    public AnnotatedText Annotate(string text, IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        var tagger = TaggerModel.Default;
        var pool = Pools.For(text.Length);
        var buffer = pool.Rent();
        var sentences = new List<Sentence>();
        var splitter = new SentenceSplitter(text);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Role is not (BlockRole.Title or BlockRole.Body)) continue;
            var first = buffer.Count;
            Tokenizer.Tokenize(text, blocks[i].Start, blocks[i].End, buffer);
            splitter.Split(buffer, first, buffer.Count, i, sentences);
        }

        var work = new WorkArrays();
        var count = buffer.Count;
        var tokens = work.RentUncleared<Token>(count);
        buffer.CopyTo(tokens);
        buffer.Clear();
        pool.Return(buffer);
        var forms = work.RentUncleared<uint>(count);
        var looks = work.RentUncleared<WordLook>(count);
        for (var i = 0; i < count; i++) forms[i] = FormHash.Of(text, tokens[i], out looks[i]);
        tagger.Tag(text, tokens.AsSpan(0, count), CollectionsMarshal.AsSpan(sentences), forms);
        return new AnnotatedText(text, tokens, count, [.. sentences], forms, looks, work);
    }
}
