namespace NewsIngest.Query;

/// <summary>Which entities to list: those with this name or alias.</summary>
public sealed record EntityQuery
{
    public required string Name { get; init; }

    public int Limit { get; init; } = 50;

    public string? Cursor { get; init; }

    /// <summary>All that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("name", "A name, an alias or an id.") { Required = true },
        QueryParameter.Limit,
        QueryParameter.Cursor,
    ];

    /// <inheritdoc cref="ClaimQuery.Parse"/>
    public static Parsed<EntityQuery> Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var read = new QueryParameters(parameters, Parameters);
        var name = read.Text("name");
        if (name is null && !read.HasProblems) read.Refuse("name", "is needed: a name, an alias, or the id of an entity");
        var limit = read.Limit();
        var cursor = read.Cursor();
        return read.Result(() => new EntityQuery { Name = name!, Limit = limit, Cursor = cursor });
    }
}
