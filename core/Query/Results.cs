using System.Text.Json.Serialization;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;

namespace NewsIngest.Query;

/// <summary>An article in a list.</summary>
public sealed record ArticleLine
{
    public required string Id { get; init; }

    public required string Blob { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public PublishedAt PublishedAt { get; init; } = PublishedAt.Unknown;

    public string Language { get; init; } = "und";

    public string? Url { get; init; }

    /// <summary>How many claims were extracted.</summary>
    public int Claims { get; init; }

    /// <summary>Null when claims were extracted, else why not ("language de").</summary>
    public string? NotExtracted { get; init; }

    /// <summary>The article of the same answer of which this one is a copy; left out when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CopyOf? DuplicateOf { get; init; }
}

/// <summary>The earliest published of the articles with the same text or nearly; <paramref name="Similarity"/> is the share of word runs in common, 1 for the same text.</summary>
public sealed record CopyOf(string Id, double Similarity);

/// <summary>An entity as a claim names it. <paramref name="Role"/> is the first role the article gives it, as written.</summary>
public sealed record EntityLine(string Id, string Name, EntityType Type, string? Role = null);

/// <summary>A claim in a list, with all that a reader needs to judge it. Offsets are UTF-16, end-exclusive, into the text of the article.</summary>
public sealed record ClaimLine
{
    public required string Id { get; init; }

    public EntityLine? Speaker { get; init; }

    /// <summary>The passage that names the speaker.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    public Cue? Cue { get; init; }

    public required ClaimForm Form { get; init; }

    public required Modality Modality { get; init; }

    public bool Negated { get; init; }

    /// <summary>The content; when <see cref="TextCut"/> only its beginning.</summary>
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> was too long for a list and the rest must be read from the article.</summary>
    public bool TextCut { get; init; }

    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary><see cref="Content"/> in Unicode code points, as W3C Web Annotation counts; null where the two are the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TextSpan>? ContentCodePoints { get; init; }

    /// <summary>What stands around each passage of <see cref="Content"/>; only linked data shows it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Surroundings> Around { get; init; } = [];

    public EntityLine? Addressee { get; init; }

    public ClaimTime? Time { get; init; }

    public IReadOnlyList<EntityLine> About { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public string? EmbeddedIn { get; init; }

    public required string RuleId { get; init; }

    public required ArticleLine Article { get; init; }
}

/// <summary>An entity in a list, as the newest article that names it has it.</summary>
public sealed record EntitySummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required EntityType Type { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The newest article that names the entity.</summary>
    public required ArticleLine LatestArticle { get; init; }
}

/// <summary>Another article with the same text or nearly.</summary>
public sealed record ArticleCopy(ArticleLine Article, double Similarity);

/// <summary>
/// One article with all that was extracted from it; <paramref name="Analysis"/> is null until it was extracted. <paramref name="Copies"/> are others with the same text or nearly,
/// earliest first and at most a hundred, <paramref name="DuplicateOf"/> is the first of them if it is earlier than this one.
/// </summary>
public sealed record ArticleDetail(Article Article, ArticleAnalysis? Analysis, string State, CopyOf? DuplicateOf, IReadOnlyList<ArticleCopy> Copies);
