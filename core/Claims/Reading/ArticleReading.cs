using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Quotes;
using NewsIngest.Claims.Rules;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>What the rules read: the tokens of one article with its quotations laid over them.</summary>
internal sealed class ArticleReading
{
    private readonly int[] quoteOfToken;
    private readonly int[] sentenceOfToken;
    private Interview? interview;
    private bool interviewRead;

    public ArticleReading(Article article, AnnotatedText text, ArticleEntities entities, CueLexicon lexicon)
    {
        Article = article;
        Text = text;
        Entities = entities;
        Lexicon = lexicon;
        Scratch = ClaimScratch.Borrow(text);
        Quotes = Scratch.Quotes;
        QuoteScanner.Scan(article.Text, article.Blocks, Quotes);
        TokenCount = text.Tokens.Length;
        quoteOfToken = text.Work.RentUncleared<int>(TokenCount);
        sentenceOfToken = text.Work.RentUncleared<int>(TokenCount);
        MapQuotes();
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var sentence = text.Sentences[s];
            sentenceOfToken.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Fill(s);
        }
    }

    public Article Article { get; }

    public AnnotatedText Text { get; }

    public ArticleEntities Entities { get; }

    public CueLexicon Lexicon { get; }

    public List<Quotation> Quotes { get; }

    /// <summary>The memory to work in.</summary>
    public ClaimScratch Scratch { get; }

    /// <summary>Set when the article is an interview without names before its lines.</summary>
    public Interview? Interview
    {
        get
        {
            if (interviewRead) return interview;
            interviewRead = true;
            return interview = Interview.Find(this);
        }
    }

    public int TokenCount { get; }

    /// <summary>A claim that a rule is about to fill in.</summary>
    public ClaimDraft NewDraft(string ruleId) => Scratch.Made.Next().Become(ruleId);

    public Token Token(int i) => Text.Tokens[i];

    /// <summary>Rules look around them: before the first and after the last token there is nothing, which is no error.</summary>
    public PennTag Tag(int i) => (uint)i < (uint)TokenCount ? Text.Tokens[i].Penn : PennTag.Other;

    /// <summary>Whether one of the tokens [first, end) has tense or is a modal verb.</summary>
    public bool HasFinite(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Tag(i).IsFinite()) return true;
        }

        return false;
    }

    /// <summary>Corrects the tags of a token.</summary>
    public void Retag(int i, PennTag penn, Upos upos) => Text.Retag(i, penn, upos);

    /// <summary>The token's text, empty where there is no token.</summary>
    public ReadOnlySpan<char> Form(int i) => (uint)i < (uint)TokenCount ? Text.Form(i) : [];

    /// <summary>The cues that a token can be or begin.</summary>
    public CueWord Cue(int i) => (uint)i < (uint)TokenCount && Text.FormHash(i) is var hash && Lexicon.MayBegin(hash) ? Lexicon.Find(hash, Text.Form(i)) : CueWord.None;

    public bool Is(int i, string word) => Word.Is(Form(i), word);

    public Sentence SentenceAt(int token) => Text.Sentences[sentenceOfToken[token]];

    public int SentenceIndex(int token) => sentenceOfToken[token];

    /// <summary>Index of the quotation that the token lies in or is a mark of, or -1.</summary>
    public int QuoteAt(int token) => (uint)token < (uint)TokenCount ? quoteOfToken[token] : -1;

    public bool InQuote(int token) => QuoteAt(token) >= 0;

    /// <summary>Whether the token is a punctuation mark; quote marks count.</summary>
    public bool IsPunct(int i) => (uint)i < (uint)TokenCount && (Text.Tokens[i].Penn == PennTag.Punct || Text.Tokens[i].Upos == Upos.Punct);

    public bool IsMark(int i)
    {
        var form = Form(i);
        return form.Length is 1 or 2 && QuoteMarks.IsAny(form[0]) && QuoteMarks.IsAny(form[^1]);
    }

    public bool IsComma(int i) => Form(i) is ",";

    public bool IsDash(int i) => Form(i) is "-" or "–" or "—" or "--" or "―";

    /// <summary>First token that begins at or after the offset, or the number of tokens.</summary>
    public int TokenAtOrAfter(int offset) => Text.FirstTokenFrom(offset);

    /// <summary>Text of the tokens [first, end), without punctuation and blanks at its ends that do not belong to the content; null when nothing is left.</summary>
    public TextSpan? ContentSpan(int first, int end)
    {
        while (first < end && IsPunct(first) && !OpensQuote(first)) first++;
        while (end > first && IsPunct(end - 1) && (!ClosesQuote(end - 1) || IsUnopened(first, end - 1))) end--;
        if (first >= end) return null;
        if (first > 0 && IsOpeningMarkOf(first - 1, first) && Token(end - 1).End >= Quotes[quoteOfToken[first]].End) first--;
        return new TextSpan(Token(first).Start, Token(end - 1).End);
    }

    /// <summary>Whether a token is a bracket that closes one before <paramref name="first"/>.</summary>
    private bool IsUnopened(int first, int token)
    {
        var opening = Form(token) is ")" ? "(" : Form(token) is "]" ? "[" : null;
        if (opening is null) return false;
        while (first < token && !Form(first).SequenceEqual(opening)) first++;
        return first == token;
    }

    private bool IsOpeningMarkOf(int mark, int token) =>
        quoteOfToken[token] >= 0 && quoteOfToken[mark] == quoteOfToken[token] && IsMark(mark) && Token(mark).Start == Quotes[quoteOfToken[mark]].Start;

    public bool OpensQuote(int i) => quoteOfToken[i] >= 0 && Token(i).Start == Quotes[quoteOfToken[i]].Start || Form(i) is "(" or "$" or "#" or "[";

    public bool ClosesQuote(int i) =>
        quoteOfToken[i] >= 0 && (Token(i).End == Quotes[quoteOfToken[i]].End || !Quotes[quoteOfToken[i]].Closed) || Form(i) is ")" or "]" or "%" or "?" or "!";

    /// <summary>Index of the first quotation that ends after the offset, or their number.</summary>
    public int FirstQuoteEndingAfter(int offset) => Ordered.FirstNotBefore(0, Quotes.Count, (Quotes, offset), static (i, of) => of.Quotes[i].End <= of.offset);

    private void MapQuotes()
    {
        quoteOfToken.AsSpan(0, TokenCount).Fill(-1);
        var q = 0;
        var tokens = Text.Tokens;
        for (var i = 0; i < tokens.Length && q < Quotes.Count; i++)
        {
            while (q < Quotes.Count && Quotes[q].End <= tokens[i].Start) q++;
            if (q < Quotes.Count && tokens[i].End > Quotes[q].Start) quoteOfToken[i] = q;
        }
    }
}
