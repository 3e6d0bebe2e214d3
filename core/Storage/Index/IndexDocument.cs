using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;

namespace NewsIngest.Storage.Index;

/// <summary>What a row of the index holds: all that the lines of an answer show, so that no second read is needed.</summary>
internal sealed record IndexDocument
{
    public required ArticleLine Article { get; init; }

    /// <summary>The entities that the claims name.</summary>
    public IReadOnlyList<IndexedEntity> Entities { get; init; } = [];

    public IReadOnlyList<IndexedClaim> Claims { get; init; } = [];

    /// <summary>What tells copies of the article from others, see <see cref="CopyKeys"/>.</summary>
    public string? Signature { get; init; }

    /// <summary>In rows of an entity: the entity in full.</summary>
    public EntityInArticle? Entity { get; init; }

    /// <summary>Only in rows of versions before schema 6, which have no <see cref="EntityOutline"/>.</summary>
    public EntityProfile? Profile { get; init; }
}

/// <summary>An entity that claims refer to; <paramref name="Forms"/> are the folded names it is found by.</summary>
internal sealed record IndexedEntity(string Id, string Name, EntityType Type, string? Role, IReadOnlyList<string> Forms)
{
    public EntityLine ToLine() => new(Id, Name, Type, Role);
}

/// <summary>An entity as one article has it, without its mentions.</summary>
internal sealed record EntityInArticle(string Id, string Name, EntityType Type, IReadOnlyList<string> Aliases, IReadOnlyList<Role> Roles);

/// <summary>A claim with its entities as ids into the document.</summary>
internal sealed record IndexedClaim
{
    public required string Id { get; init; }

    public string? Speaker { get; init; }

    public TextSpan? SpeakerSpan { get; init; }

    public Cue? Cue { get; init; }

    public required ClaimForm Form { get; init; }

    public required Modality Modality { get; init; }

    public bool Negated { get; init; }

    public required string Text { get; init; }

    public bool TextCut { get; init; }

    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The content in code points, where that differs.</summary>
    public IReadOnlyList<TextSpan>? ContentCodePoints { get; init; }

    /// <summary>What stands around each passage of the content.</summary>
    public IReadOnlyList<Surroundings> Around { get; init; } = [];

    public string? Addressee { get; init; }

    public ClaimTime? Time { get; init; }

    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public string? EmbeddedIn { get; init; }

    public required string RuleId { get; init; }
}
