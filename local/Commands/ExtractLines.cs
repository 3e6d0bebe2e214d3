using System.Text.Json.Serialization;
using NewsIngest.Analysis;
using NewsIngest.Claims;
using NewsIngest.Entities;

namespace NewsIngest.Local.Commands;

/// <summary>One line into <c>extract</c>.</summary>
internal sealed record ExtractInput
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string? Title { get; init; }

    public string? PublishedAt { get; init; }
}

/// <summary>One line out of <c>extract</c>; <see cref="NotExtracted"/> is only there when it holds a reason.</summary>
internal sealed record ExtractOutput(
    string Id,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Exclusion> Excluded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NotExtracted);
