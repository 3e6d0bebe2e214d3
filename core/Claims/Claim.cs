using System.Text.Json.Serialization;
using NewsIngest.Articles;

namespace NewsIngest.Claims;

/// <summary>How the content is reported: all inside quote marks, none of it, or some.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClaimForm>))]
public enum ClaimForm
{
    Direct,
    Indirect,
    Mixed,
}

/// <summary>What the speaker does with the content.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Modality>))]
public enum Modality
{
    Assert,
    Deny,
    Warn,
    Predict,
    Demand,
    Propose,
    Promise,
    Accuse,
    Doubt,
    Hope,
    Agree,
    Reject,
    Question,
    Evaluate,
    Unconfirmed,
}

/// <summary>The source of a claim: resolved entity, canonical name, and the passage that names it here (UTF-16, end-exclusive).</summary>
public sealed record Speaker(string EntityId, string Name, int Start, int End);

/// <summary>The words that report: "said", "made clear", "according to" (UTF-16, end-exclusive), with their lemma.</summary>
public sealed record Cue(int Start, int End, string Lemma);

/// <summary>A time expression in the claim's sentence and the ISO date it resolves to; <paramref name="Value"/> is null when the article's date is unknown.</summary>
public sealed record ClaimTime(string? Value, TextSpan? Span);

/// <summary>A number in the content as written and as a value, with its unit ("troops", "%", "USD").</summary>
public sealed record Quantity(double Value, string? Unit, int Start, int End);

/// <summary>
/// Who said what. Content spans are ordered, do not overlap, and lie in <c>Article.Text</c> (UTF-16, end-exclusive);
/// <see cref="Text"/> is those spans joined with one blank and nothing else.
/// </summary>
public sealed record Claim
{
    public required string Id { get; init; }

    public Speaker? Speaker { get; init; }

    public Cue? Cue { get; init; }

    public required IReadOnlyList<TextSpan> Content { get; init; }

    public required string Text { get; init; }

    public required ClaimForm Form { get; init; }

    public required Modality Modality { get; init; }

    public bool Negated { get; init; }

    /// <summary>Who was told: "reporters", "Sky News".</summary>
    public Speaker? Addressee { get; init; }

    public ClaimTime? Time { get; init; }

    /// <summary>Ids of the entities that the content mentions.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Id of the claim inside whose content this one is reported.</summary>
    public string? EmbeddedIn { get; init; }

    /// <summary>Name of the rule that made the claim.</summary>
    public required string RuleId { get; init; }
}
