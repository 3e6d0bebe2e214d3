using NewsIngest.Claims;
using NewsIngest.Entities;

namespace NewsIngest.Analysis;

/// <summary>A stretch of the text that yields no claims, and why (UTF-16, end-exclusive).</summary>
public sealed record Exclusion(int Start, int End, string Reason);

/// <summary>Everything extracted from one revision of an article.</summary>
public sealed record ArticleAnalysis
{
    public required string Id { get; init; }

    public required string Revision { get; init; }

    public required string ExtractorVersion { get; init; }

    /// <summary>Null when claims were extracted, else why not ("language de").</summary>
    public string? NotExtracted { get; init; }

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Claim> Claims { get; init; } = [];

    public IReadOnlyList<Exclusion> Excluded { get; init; } = [];
}
