namespace NewsIngest.Query;

/// <summary>Which entities to list: those with this name or alias.</summary>
public sealed record EntityQuery
{
    public required string Name { get; init; }

    public int Limit { get; init; } = 50;

    public string? Cursor { get; init; }

    /// <inheritdoc cref="ClaimQuery.Parse"/>
    public static Parsed<EntityQuery> Parse(IEnumerable<KeyValuePair<string, string?>> parameters) => throw new NotImplementedException();
}
