using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;

namespace NewsIngest.Query;

/// <summary>What is known of one entity, from the newest articles that name it and the claims there by and about it.</summary>
public sealed record EntityDetail
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required EntityType Type { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Each different role once, with the newest passage that gives it.</summary>
    public IReadOnlyList<RoleEvidence> Roles { get; init; } = [];

    /// <summary>Claims by and about the entity for each modality that occurs.</summary>
    public IReadOnlyList<ModalityCount> Counts { get; init; } = [];

    /// <summary>Claims by and about the entity on each day, oldest first; undated articles are left out.</summary>
    public IReadOnlyList<DayCount> Timeline { get; init; } = [];

    /// <summary>Who speaks about the entity, most claims first.</summary>
    public IReadOnlyList<RelatedByClaims> SpokenAboutBy { get; init; } = [];

    /// <summary>Whom or what the entity speaks about, most claims first.</summary>
    public IReadOnlyList<RelatedByClaims> SpeaksAbout { get; init; } = [];

    /// <summary>Who and what else those articles are mainly about, most articles first.</summary>
    public IReadOnlyList<RelatedByArticles> CoOccurring { get; init; } = [];

    /// <summary>Articles read for this answer, newest first.</summary>
    public IReadOnlyList<ArticleLine> Articles { get; init; } = [];

    /// <summary>How many sources those articles come from when copies of each other count as one.</summary>
    public required int IndependentSources { get; init; }

    /// <summary>False when there are more articles than were read, so that all counts are of the newest part.</summary>
    public required bool Complete { get; init; }
}

/// <summary>A role and where it is written: <paramref name="Text"/> is the passage at <paramref name="Span"/> (UTF-16, end-exclusive).</summary>
public sealed record RoleEvidence(string Title, string? Of, string ArticleId, TextSpan Span, string Text);

/// <summary>How many claims of a modality the entity makes and how many mention it.</summary>
public sealed record ModalityCount(Modality Modality, int AsSpeaker, int About);

/// <summary>How many claims of one day (ISO) the entity makes and how many mention it.</summary>
public sealed record DayCount(string Day, int AsSpeaker, int About);

/// <summary>Another entity and the number of claims that connect the two.</summary>
public sealed record RelatedByClaims(string EntityId, string Name, EntityType Type, int Claims);

/// <summary>Another entity and the number of articles that name both.</summary>
public sealed record RelatedByArticles(string EntityId, string Name, EntityType Type, int Articles);
