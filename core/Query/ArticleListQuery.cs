namespace NewsIngest.Query;

/// <summary>Which articles to list, newest first.</summary>
public sealed record ArticleListQuery
{
    /// <inheritdoc cref="ClaimQuery.From"/>
    public DateTimeOffset? From { get; init; }

    /// <inheritdoc cref="ClaimQuery.Before"/>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Words, and phrases in quotes, that must all stand in the title.</summary>
    public string? Words { get; init; }

    /// <inheritdoc cref="ClaimQuery.Publisher"/>
    public string? Publisher { get; init; }

    /// <summary>Tag of the language (ISO 639-1), <c>und</c> where it is not known.</summary>
    public string? Language { get; init; }

    public int Limit { get; init; } = 50;

    public string? Cursor { get; init; }

    /// <summary>All that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.From,
        QueryParameter.To,
        new("q", "Words, and phrases in quotes, that must all stand in the title; not ranked by relevance."),
        QueryParameter.Publisher,
        new("language", "Tag of the language, such as en or de; und where it is not known."),
        QueryParameter.Limit,
        QueryParameter.Cursor,
    ];

    /// <inheritdoc cref="ClaimQuery.Parse"/>
    public static Parsed<ArticleListQuery> Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var read = new QueryParameters(parameters, Parameters);
        var query = new ArticleListQuery
        {
            From = read.From("from"),
            Before = read.To("to"),
            Words = read.Words("q"),
            Publisher = read.Text("publisher"),
            Language = read.Text("language"),
            Limit = read.Limit(),
            Cursor = read.Cursor(),
        };
        read.CheckRange(query.From, query.Before);
        return read.Result(() => query);
    }
}
