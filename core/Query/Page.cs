namespace NewsIngest.Query;

/// <summary>
/// One page of a list. <paramref name="Next"/> is the cursor of the next page, null at the end. A page may hold fewer items than
/// the limit, even none, while <paramref name="Next"/> is set: a filter that few rows pass is worked through a bounded number of rows at a time.
/// </summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
