using System.Text.Json.Serialization;

namespace NewsIngest.Functions.Http;

/// <summary>
/// A page of a list. <paramref name="Next"/> is the address of the next page, relative to this one's host; null at the end.
/// <paramref name="IndependentSources"/> counts the articles of the page, those that are copies of each other as one.
/// </summary>
internal sealed record Listing<T>(
    IReadOnlyList<T> Items, string? Cursor, string? Next, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? IndependentSources = null);
