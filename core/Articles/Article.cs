using System.Text.Json.Serialization;

namespace NewsIngest.Articles;

/// <summary>
/// One news article as every later stage sees it. All offsets are UTF-16 code units into <see cref="Text"/>, end-exclusive.
/// </summary>
public sealed record Article
{
    /// <summary>Deterministic id, see <see cref="ArticleId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Short form of <see cref="ContentHash"/>: names this content of the article in messages and blob names.</summary>
    public required string Revision { get; init; }

    public required ArticleSource Source { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    public PublishedAt PublishedAt { get; init; } = PublishedAt.Unknown;

    /// <summary>ISO 639-1 code, or <c>und</c> when it could not be told.</summary>
    public string Language { get; init; } = "und";

    public string? Url { get; init; }

    /// <summary>The desk or part of the publication: "World", "Business".</summary>
    public string? Section { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Where each metadata field was read from, by field name: <c>title</c> → <c>json-ld headline</c>.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    public required string Text { get; init; }

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>SHA-256 of the bytes the article was read from, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Sketch of the body for finding near copies, see <see cref="ArticleSketch"/>; null when the body is too short to compare.</summary>
    public string? Sketch { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Where the article came from. <paramref name="ItemId"/> names one of many articles inside one file.</summary>
public sealed record ArticleSource(string Container, string Blob, [property: JsonPropertyName("etag")] string? ETag, string? ContentType, string? ItemId = null);
