using System.Text.Json.Serialization;

namespace NewsIngest.Articles;

/// <summary>What a block of an article is for. Only <see cref="Title"/> and <see cref="Body"/> blocks yield claims.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BlockRole>))]
public enum BlockRole
{
    Title,
    Byline,
    Dateline,
    Body,
    Caption,
    Boilerplate,
}

/// <summary>
/// A paragraph-like stretch of the text and its role: UTF-16 offsets, <paramref name="End"/> exclusive.
/// Blocks are ordered, do not overlap, and hold no leading or trailing white space.
/// <paramref name="Reason"/> says why a caption or boilerplate block was taken out of the claims.
/// </summary>
public sealed record Block(BlockRole Role, int Start, int End, string? Reason = null)
{
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
