using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http;

/// <summary>An article and what was extracted from it, side by side. Offsets are UTF-16, end-exclusive, into <see cref="Text"/>.</summary>
internal sealed record ArticleAnswer
{
    public required string Id { get; init; }

    public required string Revision { get; init; }

    /// <summary>pending, done, notExtracted.</summary>
    public required string State { get; init; }

    public required ArticleSource Source { get; init; }

    public string? Title { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public string? Publisher { get; init; }

    public required PublishedAt PublishedAt { get; init; }

    public required string Language { get; init; }

    public string? Url { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>The earliest published article with the same text or nearly, wherever it is; null when there is none.</summary>
    public CopyOf? DuplicateOf { get; init; }

    /// <summary>Other articles with the same text or nearly, earliest first, at most a hundred.</summary>
    public required IReadOnlyList<ArticleCopy> Copies { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public string? ExtractorVersion { get; init; }

    public string? NotExtracted { get; init; }

    public required IReadOnlyList<Entity> Entities { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<Exclusion> Excluded { get; init; }

    public static ArticleAnswer From(ArticleDetail detail) => new()
    {
        Id = detail.Article.Id,
        Revision = detail.Article.Revision,
        State = detail.State,
        Source = detail.Article.Source,
        Title = detail.Article.Title,
        Authors = detail.Article.Authors,
        Publisher = detail.Article.Publisher,
        PublishedAt = detail.Article.PublishedAt,
        Language = detail.Article.Language,
        Url = detail.Article.Url,
        Text = detail.Article.Text,
        Blocks = detail.Article.Blocks,
        ContentHash = detail.Article.ContentHash,
        DuplicateOf = detail.DuplicateOf,
        Copies = detail.Copies,
        Warnings = detail.Article.Warnings,
        ExtractorVersion = detail.Analysis?.ExtractorVersion,
        NotExtracted = detail.Analysis?.NotExtracted,
        Entities = detail.Analysis?.Entities ?? [],
        Claims = detail.Analysis?.Claims ?? [],
        Excluded = detail.Analysis?.Excluded ?? [],
    };
}
