using NewsIngest.Storage;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Query;

/// <summary>Which articles to extract again.</summary>
public sealed record ReprocessQuery
{
    /// <summary>Articles of versions before this one; the present one unless given.</summary>
    public string OlderThan { get; init; } = ArticleReprocessor.CurrentVersion;

    public int Limit { get; init; } = ArticleReprocessor.MaxArticles;

    public string? Cursor { get; init; }

    /// <summary>All that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("olderThan", $"A version such as {ArticleReprocessor.CurrentVersion}; the present one unless given."),
        new("limit", "The most articles that this call asks for.") { Bounds = (1, ArticleReprocessor.MaxArticles) },
        new("cursor", "The next of an earlier answer."),
    ];

    /// <inheritdoc cref="ClaimQuery.Parse"/>
    public static Parsed<ReprocessQuery> Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var read = new QueryParameters(parameters, Parameters);
        var version = read.Text("olderThan");
        if (version is not null && !ArticleReprocessor.IsVersion(version)) read.Refuse("olderThan", $"accepted is a version such as {ArticleReprocessor.CurrentVersion}");
        var cursor = read.Cursor();
        if (cursor is not null && !ManifestKey.IsId(cursor)) read.Refuse("cursor", "accepted is the next of an earlier answer");
        var limit = read.Limit(ArticleReprocessor.MaxArticles, ArticleReprocessor.MaxArticles);
        return read.Result(() => new ReprocessQuery { OlderThan = version ?? ArticleReprocessor.CurrentVersion, Limit = limit, Cursor = cursor });
    }
}
