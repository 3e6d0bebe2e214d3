using NewsIngest.Articles;
using NewsIngest.Entities;

namespace NewsIngest.Claims.Reading;

/// <summary>
/// Tells an interview printed as questions and answers without names, and who is interviewed: the person named most before the first question.
/// There "I" in an answer and "you" in a question are that person.
/// </summary>
internal sealed class Interview
{
    private const int MinQuestions = 3;
    private const int MinLabelled = 2;
    private readonly ArticleReading r;

    private Interview(ArticleReading reading, SpeakerReference guest)
    {
        r = reading;
        Guest = guest;
    }

    public SpeakerReference Guest { get; }

    public static Interview? Find(ArticleReading r)
    {
        var questions = 0;
        var labelled = 0;
        var first = -1;
        for (var i = 0; i < r.Article.Blocks.Count; i++)
        {
            var block = r.Article.Blocks[i];
            if (block.Role != BlockRole.Body) continue;
            if (IsLabelled(r, block)) labelled++;
            if (!IsQuestion(r, block)) continue;
            if (first < 0) first = block.Start;
            questions++;
        }

        var isLabelled = labelled >= MinLabelled;
        if (questions < (isLabelled ? 1 : MinQuestions)) return null;
        return (GuestBefore(r, first) ?? (isLabelled ? OnlyPerson(r) : null)) is { } guest ? new Interview(r, guest) : null;
    }

    /// <summary>Whether the pronoun at the token stands for the guest.</summary>
    public bool IsGuest(int token)
    {
        if (r.InQuote(token)) return false;
        if (r.Is(token, "A") && token + 1 < r.TokenCount && r.Form(token + 1) is ":") return true;
        var question = IsQuestion(r, r.Article.Blocks[r.SentenceAt(token).Block]);
        return question ? r.Is(token, "you") : r.Is(token, "I") || r.Is(token, "me") || r.Is(token, "my") || r.Is(token, "we");
    }

    private static bool IsQuestion(ArticleReading r, Block block) => r.Article.Text[block.End - 1] == '?';

    private static bool IsLabelled(ArticleReading r, Block block) => r.Article.Text.AsSpan(block.Start, block.End - block.Start) is ['Q' or 'A', ':', ..];

    /// <summary>The one person that the article names outside its byline and its questions and answers; null when there are more.</summary>
    private static SpeakerReference? OnlyPerson(ArticleReading r)
    {
        Entity? only = null;
        foreach (var entity in r.Entities.ToList())
        {
            if (entity.Type != EntityType.Person || !entity.Mentions.Any(m => IsOutside(r, m.Start))) continue;
            if (only is not null) return null;
            only = entity;
        }

        return Reference(only);
    }

    private static bool IsOutside(ArticleReading r, int offset)
    {
        foreach (var block in r.Article.Blocks)
        {
            if (offset >= block.Start && offset < block.End) return block.Role is BlockRole.Body or BlockRole.Title && !IsLabelled(r, block);
        }

        return false;
    }

    private static SpeakerReference? GuestBefore(ArticleReading r, int offset)
    {
        Entity? best = null;
        var most = 0;
        foreach (var entity in r.Entities.ToList())
        {
            if (entity.Type != EntityType.Person) continue;
            var count = entity.Mentions.Count(m => m.Start < offset);
            if (count > most) (best, most) = (entity, count);
        }

        return Reference(best);
    }

    private static SpeakerReference? Reference(Entity? person) =>
        person is null ? null : new SpeakerReference(person.Id, person.Name, person.Type, person.Mentions[0].Start, person.Mentions[0].End);
}
