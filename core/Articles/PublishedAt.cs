using System.Text.Json.Serialization;

namespace NewsIngest.Articles;

/// <summary>How the publication date is known.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DateBasis>))]
public enum DateBasis
{
    Unknown,
    Given,
    Dateline,
    Inferred,
}

/// <summary>
/// When the article was published: <paramref name="Value"/> is an ISO 8601 day or instant and is null exactly when
/// <paramref name="Basis"/> is <see cref="DateBasis.Unknown"/>; <paramref name="Span"/> is the text it was read from, if any.
/// </summary>
public sealed record PublishedAt(string? Value, DateBasis Basis, TextSpan? Span = null)
{
    public static PublishedAt Unknown { get; } = new(null, DateBasis.Unknown);
}
