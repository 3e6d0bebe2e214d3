namespace NewsIngest.Functions.Http;

/// <summary>A page of a list. <paramref name="Next"/> is the address of the next page, relative to this one's host; null at the end.</summary>
internal sealed record Listing<T>(IReadOnlyList<T> Items, string? Cursor, string? Next);
