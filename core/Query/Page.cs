namespace NewsIngest.Query;

/// <summary>
/// One page of a list. <paramref name="Next"/> is the cursor of the next page, null at the end. A page may hold fewer items than
/// the limit, even none, while <paramref name="Next"/> is set: a filter that few rows pass is worked through a bounded number of rows at a time.
/// </summary>
/// <param name="Items">What was asked for.</param>
/// <param name="Next">The cursor of the next page.</param>
/// <param name="IndependentSources">From how many articles the items come when those that are copies of each other count as one; null where that says nothing.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? IndependentSources = null);
