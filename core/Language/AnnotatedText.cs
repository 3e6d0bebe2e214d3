using NewsIngest.Language.Lemmas;
using NewsIngest.Language.Syntax;
using NewsIngest.Lookup;

namespace NewsIngest.Language;

/// <summary>
/// An article's text with its tokens, sentences, tags and, on demand, dependency trees. Sentences are parsed when first asked for.
/// Not safe for concurrent use: one instance belongs to one analysis, which disposes it, so that the next one works in the same memory.
/// </summary>
public sealed class AnnotatedText : IDisposable
{
    /// <summary>In characters: so far apart are the offsets whose tokens are known at once.</summary>
    private const int Stride = 32;

    private readonly Token[] tokens;
    private readonly Sentence[] sentences;
    private readonly uint[] forms;
    private readonly WordLook[] looks;
    private readonly string?[] lemmas;
    private readonly SyntaxTrees trees;
    private int count;

    /// <summary>For every <see cref="Stride"/> characters the first token from there on; null until it is asked for.</summary>
    private int[]? firstFrom;

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, the first <paramref name="count"/> entries.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="forms">The hashes of the tokens.</param>
    /// <param name="looks">The looks of the tokens.</param>
    /// <param name="work">Whose arrays these are.</param>
    internal AnnotatedText(string text, Token[] tokens, int count, Sentence[] sentences, uint[] forms, WordLook[] looks, WorkArrays work)
    {
        Text = text;
        this.tokens = tokens;
        this.count = count;
        this.sentences = sentences;
        this.forms = forms;
        this.looks = looks;
        Work = work;
        lemmas = work.Rent<string?>(count);
        trees = new SyntaxTrees(tokens, count, sentences, forms, work);
    }

    /// <summary>The article's text, unchanged.</summary>
    public string Text { get; }

    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, count);

    /// <summary>Where other parts of the same analysis get arrays from.</summary>
    internal WorkArrays Work { get; }

    public ReadOnlySpan<Sentence> Sentences => sentences;

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);

    /// <summary>The hash by which the models know the token's form.</summary>
    internal uint FormHash(int token) => forms[token];

    internal WordLook Look(int token) => looks[token];

    /// <summary>Whether the token shows one of these.</summary>
    internal bool Has(int token, WordLook look) => (looks[token] & look) != 0;

    /// <summary>Corrects the tags of a token. A tree that is made already stays as it is.</summary>
    internal void Retag(int token, PennTag penn, Upos upos)
    {
        tokens[token] = tokens[token] with { Penn = penn, Upos = upos };
        lemmas[token] = null;
    }

    /// <summary>The lower-case dictionary form of a token ("said" → "say"). The string is kept: asking again costs nothing.</summary>
    public string Lemma(int token) => lemmas[token] ??= Lemmatizer.Lemma(Form(token), tokens[token].Penn, tokens[token].Upos);

    /// <summary>Index of the sentence that holds the token. Logarithmic in the number of sentences.</summary>
    public int SentenceOf(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, count);
        return Ordered.FirstNotBefore(0, sentences.Length - 1, (sentences, token), static (i, of) => of.sentences[i].EndToken <= of.token);
    }

    /// <summary>Index of the token that covers the character at <paramref name="offset"/>, or -1 when it stands between tokens.</summary>
    public int TokenAt(int offset)
    {
        var token = FirstTokenEndingAfter(offset);
        return token < count && tokens[token].Start <= offset ? token : -1;
    }

    /// <summary>Index of the first token that starts at <paramref name="offset"/> or after it; the number of tokens when there is none.</summary>
    public int FirstTokenFrom(int offset)
    {
        firstFrom ??= FirstTokens();
        var token = firstFrom[Math.Clamp(offset, 0, Text.Length) / Stride];
        while (token < count && tokens[token].Start < offset) token++;
        return token;
    }

    /// <summary>Index of the first token that ends after <paramref name="offset"/>; the number of tokens when there is none.</summary>
    public int FirstTokenEndingAfter(int offset)
    {
        var next = FirstTokenFrom(offset);
        return next > 0 && tokens[next - 1].End > offset ? next - 1 : next;
    }

    /// <summary>Index of the sentence whose tokens, and the white space inside it, cover the character at <paramref name="offset"/>, or -1.</summary>
    public int SentenceAt(int offset)
    {
        var token = FirstTokenEndingAfter(offset);
        if (token == count) return -1;
        var sentence = SentenceOf(token);
        return tokens[sentences[sentence].FirstToken].Start <= offset ? sentence : -1;
    }

    /// <summary>Index of the token's syntactic head, or -1 for the root of its sentence. Parses the sentence when needed.</summary>
    /// <exception cref="Model.ModelException">The language model is missing or broken.</exception>
    public int Head(int token) => Parsed(token).Head(token);

    /// <summary>The token's relation to its head. Parses the sentence when needed.</summary>
    public Deprel Relation(int token) => Parsed(token).Relation(token);

    /// <summary>The token's dependents from left to right, without allocation.</summary>
    public TokenChildren Children(int token) => new(Parsed(token), token);

    /// <summary>The first dependent, from the left, that has this relation; -1 when there is none.</summary>
    public int Child(int token, Deprel relation)
    {
        foreach (var child in Children(token))
        {
            if (trees.Relation(child) == relation) return child;
        }

        return -1;
    }

    /// <summary>The first token of those that depend on this one, directly or not, itself included. Trees are projective: the yield has no gaps.</summary>
    public int SubtreeFirst(int token) => Parsed(token).SubtreeFirst(token);

    /// <summary>One past the last token of those that depend on this one, directly or not, itself included.</summary>
    public int SubtreeEnd(int token) => Parsed(token).SubtreeEnd(token);

    /// <summary>The token that has no head in a sentence.</summary>
    public int Root(int sentence)
    {
        trees.Parse(sentence);
        return trees.Root(sentence);
    }

    /// <summary>Ends the analysis: nothing of the text but <see cref="Text"/> may be asked for afterwards.</summary>
    public void Dispose()
    {
        count = 0;
        Work.Dispose();
    }

    private int[] FirstTokens()
    {
        var first = Work.RentUncleared<int>((Text.Length / Stride) + 1);
        var token = 0;
        for (var i = 0; i <= Text.Length / Stride; i++)
        {
            while (token < count && tokens[token].Start < i * Stride) token++;
            first[i] = token;
        }

        return first;
    }

    private SyntaxTrees Parsed(int token)
    {
        if (!trees.IsParsed(token)) trees.Parse(SentenceOf(token));
        return trees;
    }
}
