using NewsIngest.Claims;
using NewsIngest.Query;

namespace NewsIngest.Storage.Index;

/// <summary>What the answer about an entity needs of an <see cref="IndexDocument"/>: it reads up to a thousand of them, and reading their texts would be most of its time.</summary>
internal sealed record EntityOutline
{
    public required ArticleLine Article { get; init; }

    public IReadOnlyList<NamedEntity> Entities { get; init; } = [];

    public IReadOnlyList<ClaimOutline> Claims { get; init; } = [];

    public string? Signature { get; init; }

    public required EntityInArticle Entity { get; init; }

    public EntityProfile? Profile { get; init; }
}

/// <summary>Who says something of which kind about whom.</summary>
internal sealed record ClaimOutline(string? Speaker, Modality Modality, IReadOnlyList<string> About);
