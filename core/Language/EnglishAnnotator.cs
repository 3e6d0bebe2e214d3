using System.Runtime.InteropServices;
using NewsIngest.Articles;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Language;

/// <summary>Tokenises, splits into sentences and tags English text. Safe for concurrent use; the model is loaded on first use.</summary>
public sealed class EnglishAnnotator
{
    private const int CharactersPerToken = 5;

    /// <summary>Annotates the title and body blocks of a text; other blocks get no tokens.</summary>
    /// <exception cref="ModelException">The language model is missing or broken.</exception>
    public AnnotatedText Annotate(string text, IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        var tagger = TaggerModel.Default;
        var buffer = new List<Token>(text.Length / CharactersPerToken);
        var sentences = new List<Sentence>();
        var splitter = new SentenceSplitter(text);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Role is not (BlockRole.Title or BlockRole.Body)) continue;
            var first = buffer.Count;
            Tokenizer.Tokenize(text, blocks[i].Start, blocks[i].End, buffer);
            splitter.Split(buffer, first, buffer.Count, i, sentences);
        }

        var tokens = buffer.ToArray();
        var forms = new uint[tokens.Length];
        for (var i = 0; i < tokens.Length; i++) forms[i] = FormHash.Of(text, tokens[i]);
        tagger.Tag(text, tokens, CollectionsMarshal.AsSpan(sentences), forms);
        return new AnnotatedText(text, tokens, [.. sentences], forms);
    }
}
