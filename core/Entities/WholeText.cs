using NewsIngest.Articles;
using NewsIngest.Language;

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
    private readonly int storyCount;

    private WholeText(AnnotatedText story, AnnotatedText all, int[] toStory, int[] fromStory)
    {
        this.story = story;
        storyCount = story.Tokens.Length;
        All = all;
        this.toStory = toStory;
        this.fromStory = fromStory;
    }

    /// <summary>Story and side blocks in text order.</summary>
    public AnnotatedText All { get; }

    public bool IsStory(int token) => toStory[token] >= 0;

    /// <summary>Index in <see cref="All"/> of a token of the story; one past the last for one past the last.</summary>
    public int FromStory(int storyToken) => storyToken < storyCount ? fromStory[storyToken] : storyCount == 0 ? 0 : fromStory[storyCount - 1] + 1;

    /// <summary>Syntactic head in the story's trees, or -1.</summary>
    public int Head(int token) => IsStory(token) && story.Head(toStory[token]) is var head and >= 0 ? fromStory[head] : -1;

    public Deprel Relation(int token) => IsStory(token) ? story.Relation(toStory[token]) : Deprel.Dep;

    public static WholeText Create(Article article, AnnotatedText story, EnglishAnnotator annotator)
    {
        if (IsOnlyStory(article.Blocks)) return Same(story);
        var sides = article.Blocks.Select(b => b.Role is BlockRole.Title or BlockRole.Body ? b with { Role = BlockRole.Boilerplate } : b with { Role = BlockRole.Body }).ToList();
        using var side = annotator.Annotate(article.Text, sides);
        if (side.Tokens.Length == 0) return Same(story);
        var count = story.Tokens.Length + side.Tokens.Length;
        var tokens = story.Work.RentUncleared<Token>(count);
        var forms = story.Work.RentUncleared<uint>(count);
        var looks = story.Work.RentUncleared<WordLook>(count);
        var toStory = story.Work.RentUncleared<int>(count);
        var fromStory = story.Work.RentUncleared<int>(story.Tokens.Length);
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
                forms[at] = source.FormHash(token);
                looks[at] = source.Look(token);
                toStory[at] = fromMain ? token : -1;
                if (fromMain) fromStory[token] = at;
            }

            sentences.Add(new Sentence(first, at, sentence.Block));
        }

        return new WholeText(story, new AnnotatedText(article.Text, tokens, at, [.. sentences], forms, looks, story.Work), toStory, fromStory);
    }

    private static bool IsOnlyStory(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Role is not (BlockRole.Title or BlockRole.Body)) return false;
        }

        return true;
    }

    private static WholeText Same(AnnotatedText story)
    {
        var identity = story.Work.RentUncleared<int>(story.Tokens.Length);
        for (var i = 0; i < story.Tokens.Length; i++) identity[i] = i;
        return new WholeText(story, story, identity, identity);
    }
}
