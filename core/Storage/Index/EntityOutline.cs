using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;

namespace NewsIngest.Storage.Index;

/// <summary>
/// What the answer about an entity needs of an article. It has a column of its own, because that answer reads up to a thousand rows, and
/// reading their <see cref="IndexDocument"/>s with all texts would be most of its time. Lists instead of objects: they are read in less than half the time.
/// </summary>
internal sealed record EntityOutline
{
    /// <summary>The position of the entity itself.</summary>
    public const int Self = 0;

    /// <summary>In place of a position where there is no entity.</summary>
    public const int Nobody = -1;

    public required ArticleLine Article { get; init; }

    public string? Signature { get; init; }

    public required EntityInArticle Entity { get; init; }

    /// <summary>The passages of the entity's roles, in their order.</summary>
    public IReadOnlyList<string> RoleTexts { get; init; } = [];

    /// <summary>How many positions after <see cref="Self"/> are those that the article names most often; behind them are others that its claims name.</summary>
    public int Others { get; init; }

    /// <summary>The ids of all that have a position.</summary>
    public JoinedStrings Ids { get; init; } = JoinedStrings.Empty;

    public JoinedStrings Names { get; init; } = JoinedStrings.Empty;

    /// <summary>Of each the <see cref="EntityType"/>, as a number.</summary>
    public IReadOnlyList<int> Types { get; init; } = [];

    /// <summary>Of each claim the <see cref="Modality"/>, as a number.</summary>
    public IReadOnlyList<int> Modalities { get; init; } = [];

    /// <summary>Of each claim the position of who makes it.</summary>
    public IReadOnlyList<int> Speakers { get; init; } = [];

    /// <summary>Of each claim the positions of whom or what it is about.</summary>
    public IReadOnlyList<IReadOnlyList<int>> About { get; init; } = [];

    /// <summary>The outline of a row of an entity.</summary>
    public static EntityOutline Of(IndexDocument document, EntityInArticle entity, EntityProfile profile)
    {
        var named = new OrderedDictionary<string, NamedEntity>(StringComparer.Ordinal) { [entity.Id] = new NamedEntity(entity.Id, entity.Name, entity.Type) };
        foreach (var other in profile.Others) named.TryAdd(other.Id, other);
        var others = named.Count - 1;
        foreach (var other in document.Entities) named.TryAdd(other.Id, new NamedEntity(other.Id, other.Name, other.Type));
        return new EntityOutline
        {
            Article = document.Article,
            Signature = document.Signature,
            Entity = entity,
            RoleTexts = profile.RoleTexts,
            Others = others,
            Ids = JoinedStrings.Of(named.Keys),
            Names = JoinedStrings.Of(named.Values.Select(other => other.Name)),
            Types = [.. named.Values.Select(other => (int)other.Type)],
            Modalities = [.. document.Claims.Select(claim => (int)claim.Modality)],
            Speakers = [.. document.Claims.Select(claim => claim.Speaker is { } speaker ? named.IndexOf(speaker) : Nobody)],
            About = [.. document.Claims.Select(claim => (IReadOnlyList<int>)[.. claim.About.Distinct(StringComparer.Ordinal).Select(id => named.IndexOf(id))])],
        };
    }
}

/// <summary>The passages of the entity's roles, in their order, and who else the article names most often.</summary>
internal sealed record EntityProfile(IReadOnlyList<string> RoleTexts, IReadOnlyList<NamedEntity> Others);

internal sealed record NamedEntity(string Id, string Name, EntityType Type);
