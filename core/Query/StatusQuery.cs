namespace NewsIngest.Query;

/// <summary>Whether the status of all files is asked for or that of one.</summary>
public sealed record StatusQuery(string? File)
{
    /// <summary>All that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } = [new("file", "Name of one file; the answer is then that of one entry.")];

    /// <inheritdoc cref="ClaimQuery.Parse"/>
    public static Parsed<StatusQuery> Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var read = new QueryParameters(parameters, Parameters);
        var file = read.Name("file");
        return read.Result(() => new StatusQuery(file));
    }
}
