namespace NewsIngest.Entities;

/// <summary>The entities of one article while it is analysed: coreference is resolved, unnamed sources may still be added by the claims.</summary>
public sealed class ArticleEntities
{
    /// <summary>
    /// The entity that the noun phrase of tokens [<paramref name="firstToken"/>, <paramref name="endToken"/>) refers to as a speaker:
    /// a name, a role ("the foreign minister"), a pronoun, a metonym, or an unnamed source, which is then added. Null when it can be none of these.
    /// </summary>
    public SpeakerReference? ResolveSpeaker(int firstToken, int endToken) => null;

    /// <summary>Ids of the entities mentioned in [start, end) of the text (UTF-16), each once, in text order.</summary>
    public IReadOnlyList<string> MentionedIn(int start, int end) => [];

    /// <summary>The finished entities, in order of first mention.</summary>
    public IReadOnlyList<Entity> ToList() => [];
}

/// <summary>A resolved speaker: entity id, canonical name, and the passage that names it (UTF-16, end-exclusive).</summary>
public sealed record SpeakerReference(string EntityId, string Name, EntityType Type, int Start, int End);
