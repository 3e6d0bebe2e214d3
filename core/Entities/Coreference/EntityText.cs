using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>A text with its names: what the rules of coreference look at. Token indexes are those of <see cref="Text"/>.</summary>
internal sealed class EntityText
{
    private static readonly StringPool Surfaces = new();

    private readonly EntityScratch scratch;
    private readonly int[] nameAt;
    private readonly bool[] quoted;
    private readonly int[] sentenceAt;

    public EntityText(WholeText whole, EntityLexicon lexicon, LexiconMatches matches, IReadOnlyList<NameSpan> names)
    {
        Whole = whole;
        var text = whole.All;
        Text = text;
        scratch = EntityScratch.Borrow(text);
        Lexicon = lexicon;
        Matches = matches;
        Names = names;
        Count = text.Tokens.Length;
        nameAt = text.Work.RentUncleared<int>(Count);
        nameAt.AsSpan(0, Count).Fill(-1);
        for (var i = 0; i < names.Count; i++) nameAt.AsSpan(names[i].First, names[i].Length).Fill(i);
        quoted = QuotedTokens(text);
        sentenceAt = text.Work.RentUncleared<int>(Count);
        for (var i = 0; i < text.Sentences.Length; i++)
        {
            var sentence = text.Sentences[i];
            sentenceAt.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Fill(i);
        }
    }

    public WholeText Whole { get; }

    public AnnotatedText Text { get; }

    public EntityLexicon Lexicon { get; }

    public LexiconMatches Matches { get; }

    public IReadOnlyList<NameSpan> Names { get; }

    public int Count { get; }

    /// <summary>The memory to work in.</summary>
    public EntityScratch Scratch => scratch;

    public MentionDraft NewMention(int first, int end, MentionKind kind, string ruleId, int holder = -1) => scratch.Mentions.Next().Become(first, end, kind, ruleId, holder);

    public Cluster NewCluster(string name, EntityType type) => scratch.Clusters.Next().Become(name, type);

    /// <summary>The mention of the name that begins with the token; null when none does.</summary>
    public MentionDraft? NameMention(int token) => NameAt(token) is var name and >= 0 && Names[name].First == token ? scratch.Names[name].Draft : null;

    /// <summary>Index of the name that covers the token, or -1.</summary>
    public int NameAt(int token) => token >= 0 && token < Count ? nameAt[token] : -1;

    /// <summary>Index of the sentence that holds the token.</summary>
    public int SentenceOf(int token) => sentenceAt[token];

    public Sentence Sentence(int token) => Text.Sentences[sentenceAt[token]];

    /// <summary>Whether the token stands inside double quote marks.</summary>
    public bool IsQuoted(int token) => quoted[token];

    public WordClass Word(int token) => Matches.Word(token);

    public bool Has(int token, WordClass classes) => (Matches.Word(token) & classes) != 0;

    public PennTag Penn(int token) => Text.Tokens[token].Penn;

    public ReadOnlySpan<char> Form(int token) => Text.Form(token);

    public bool Is(int token, string word) => (uint)token < (uint)Count && Lookup.Word.Is(Form(token), word);

    public int StartOf(int token) => Text.Tokens[token].Start;

    public int EndOf(int token) => Text.Tokens[token].End;

    public ReadOnlySpan<char> Passage(int first, int end) => Text.Text.AsSpan()[StartOf(first)..EndOf(end - 1)];

    /// <summary>The passage in small letters.</summary>
    public string Lower(int first, int end)
    {
        const int mostOnStack = 256;
        var passage = Passage(first, end);
        var small = passage.Length <= mostOnStack ? stackalloc char[mostOnStack] : new char[passage.Length];
        return Surfaces.Get(small[..passage.ToLowerInvariant(small)]);
    }

    public string Surface(int first, int end) => Surfaces.Get(Passage(first, end));

    public bool IsVerb(int token) => Text.Tokens[token].Upos is Upos.Verb or Upos.Aux;

    public bool IsPossessiveMark(int token) => token >= 0 && token < Count && Penn(token) == PennTag.Pos;

    private static bool[] QuotedTokens(AnnotatedText text)
    {
        var quoted = text.Work.Rent<bool>(text.Tokens.Length);
        var block = -1;
        var open = false;
        foreach (var sentence in text.Sentences)
        {
            // An unclosed quote goes on in the next paragraph only when that opens with a mark of its own.
            if (sentence.Block != block) open = false;
            block = sentence.Block;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                switch (text.Has(i, WordLook.StartsWithLetter) ? default : text.Form(i))
                {
                    case "“" or "„" or "«" or "``":
                        open = true;
                        break;
                    case "”" or "»" or "''":
                        open = false;
                        break;
                    case "\"":
                        open = !open;
                        break;
                    default:
                        quoted[i] = open;
                        break;
                }
            }
        }

        return quoted;
    }
}
