using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;

namespace NewsIngest.Storage;

/// <summary>
/// What the container of analyses holds of an article: the fields of its <see cref="ArticleAnalysis"/>, and the article that they are about, so that a reader needs no other blob
/// and its spans always fit its text.
/// </summary>
internal sealed record StoredAnalysis
{
    public required string Id { get; init; }

    public required string Revision { get; init; }

    public required string ExtractorVersion { get; init; }

    public string? NotExtracted { get; init; }

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Claim> Claims { get; init; } = [];

    public IReadOnlyList<Exclusion> Excluded { get; init; } = [];

    /// <summary>Null in what versions before schema 5 wrote.</summary>
    public Article? Article { get; init; }

    public static StoredAnalysis Of(Article article, ArticleAnalysis analysis) => new()
    {
        Id = analysis.Id,
        Revision = analysis.Revision,
        ExtractorVersion = analysis.ExtractorVersion,
        NotExtracted = analysis.NotExtracted,
        Entities = analysis.Entities,
        Claims = analysis.Claims,
        Excluded = analysis.Excluded,
        Article = article,
    };

    public ArticleAnalysis ToAnalysis() => new()
    {
        Id = Id,
        Revision = Revision,
        ExtractorVersion = ExtractorVersion,
        NotExtracted = NotExtracted,
        Entities = Entities,
        Claims = Claims,
        Excluded = Excluded,
    };
}
