using NewsIngest.Bench.Speed;

namespace NewsIngest.Bench.Queries;

/// <summary>A route at one size: milliseconds of the answer that are not Azurite's, all milliseconds, and storage calls.</summary>
internal sealed record RouteResult(string Route, int Articles, Spread OnTopMs, Spread AllMs, int Calls, int Items);

/// <summary>All routes at all sizes.</summary>
internal sealed record QueryResult(string Commit, IReadOnlyList<RouteResult> Routes)
{
    /// <summary>Routes that take more calls with more articles. The status counts, and says so; it is not among them.</summary>
    public IReadOnlyList<string> Growing { get; } =
    [
        .. Routes.Where(route => route.Route != QuerySuite.Status)
            .GroupBy(route => route.Route, StringComparer.Ordinal)
            .Where(group => group.OrderBy(route => route.Articles).Last().Calls > group.OrderBy(route => route.Articles).First().Calls)
            .Select(group => group.Key),
    ];

    public bool Holds => Growing.Count == 0 && Routes.All(route => route.Items > 0);
}
