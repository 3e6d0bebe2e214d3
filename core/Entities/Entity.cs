using System.Text.Json.Serialization;
using NewsIngest.Articles;

namespace NewsIngest.Entities;

[JsonConverter(typeof(JsonStringEnumConverter<EntityType>))]
public enum EntityType
{
    Person,
    Organization,
    Place,
    UnnamedSource,
    Other,
}

[JsonConverter(typeof(CamelCaseEnumConverter<MentionKind>))]
public enum MentionKind
{
    Name,
    Nominal,
    Pronoun,
    Demonym,
}

/// <summary>
/// One passage that refers to an entity: UTF-16 offsets, end-exclusive. A name mention is the bare name, as in CoNLL-2003: no
/// honorific (Mr, President), no role, no possessive ’s. <paramref name="RuleId"/> names the rule that linked it.
/// </summary>
public sealed record Mention(int Start, int End, MentionKind Kind, string RuleId)
{
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}

/// <summary>A role the text gives an entity, e.g. "foreign minister" of "Ukraine", with the passage that says so.</summary>
public sealed record Role(string Title, string? Of, TextSpan Span);

/// <summary>
/// A person, organisation, place or unnamed source of one article. <see cref="Id"/> is the same in every article for the same
/// canonical name and type. Mentions are in text order.
/// </summary>
public sealed record Entity
{
    public required string Id { get; init; }

    /// <summary>Canonical name: the fullest form the article gives, without honorific.</summary>
    public required string Name { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>Other names used in the article, each once, in text order.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Ids of the same thing elsewhere, such as a Wikidata id; they come from the user's gazetteer.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    public IReadOnlyList<Role> Roles { get; init; } = [];

    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}
