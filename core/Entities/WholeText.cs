using NewsIngest.Articles;
using NewsIngest.Language;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Entities;

/// <summary>
/// An article's text with all its blocks: the annotated story, and the bylines, captions and credits around it, in which only names are
/// looked for. Token indexes of the whole differ from those of the story; this class maps between them.
/// </summary>
internal sealed class WholeText
{
    private readonly AnnotatedText story;
    private readonly int[] toStory;
    private readonly int[] fromStory;

    private WholeText(AnnotatedText story, AnnotatedText all, int[] toStory, int[] fromStory)
    {
        this.story = story;
        All = all;
        this.toStory = toStory;
        this.fromStory = fromStory;
    }

    /// <summary>Story and side blocks in text order.</summary>
    public AnnotatedText All { get; }

    public bool IsStory(int token) => toStory[token] >= 0;

    /// <summary>Index in <see cref="All"/> of a token of the story; one past the last for one past the last.</summary>
    public int FromStory(int storyToken) => storyToken < fromStory.Length ? fromStory[storyToken] : fromStory.Length == 0 ? 0 : fromStory[^1] + 1;

    /// <summary>Syntactic head in the story's trees, or -1.</summary>
    public int Head(int token) => IsStory(token) && story.Head(toStory[token]) is var head and >= 0 ? fromStory[head] : -1;

    public Deprel Relation(int token) => IsStory(token) ? story.Relation(toStory[token]) : Deprel.Dep;

    public static WholeText Create(Article article, AnnotatedText story, EnglishAnnotator annotator)
    {
        var sides = article.Blocks.Select(b => b.Role is BlockRole.Title or BlockRole.Body ? b with { Role = BlockRole.Boilerplate } : b with { Role = BlockRole.Body }).ToList();
        var side = annotator.Annotate(article.Text, sides);
        if (side.Tokens.Length == 0) return Same(story);
        var tokens = new Token[story.Tokens.Length + side.Tokens.Length];
        var toStory = new int[tokens.Length];
        var fromStory = new int[story.Tokens.Length];
        var sentences = new List<Sentence>(story.Sentences.Length + side.Sentences.Length);
        int a = 0, b = 0, at = 0;
        while (a < story.Sentences.Length || b < side.Sentences.Length)
        {
            var fromMain = b == side.Sentences.Length
                || (a < story.Sentences.Length && story.Tokens[story.Sentences[a].FirstToken].Start < side.Tokens[side.Sentences[b].FirstToken].Start);
            var source = fromMain ? story : side;
            var sentence = fromMain ? story.Sentences[a++] : side.Sentences[b++];
            var first = at;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++, at++)
            {
                tokens[at] = source.Tokens[token];
                toStory[at] = fromMain ? token : -1;
                if (fromMain) fromStory[token] = at;
            }

            sentences.Add(new Sentence(first, at, sentence.Block));
        }

        var forms = new uint[at];
        for (var i = 0; i < at; i++) forms[i] = FormHash.Of(article.Text, tokens[i]);
        return new WholeText(story, new AnnotatedText(article.Text, tokens, [.. sentences], forms), toStory, fromStory);
    }

    private static WholeText Same(AnnotatedText story)
    {
        var identity = Enumerable.Range(0, story.Tokens.Length).ToArray();
        return new WholeText(story, story, identity, identity);
    }
}
