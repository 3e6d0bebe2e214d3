using System.Text.Json;

namespace NewsIngest.Query;

/// <summary>A parameter of a query as it is read and as it is described.</summary>
public sealed record QueryParameter(string Name, string Description)
{
    public bool Required { get; init; }

    /// <summary>All that is accepted, null where that is not a list.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether several of <see cref="Values"/> may be given with commas between.</summary>
    public bool Several { get; init; }

    /// <summary>The bounds of a whole number, null for a text.</summary>
    public (int Least, int Most)? Bounds { get; init; }

    internal static QueryParameter From { get; } = new("from", "First day (2024-03-01) or instant (2024-03-01T14:30:00Z) of publication.");

    internal static QueryParameter To { get; } = new("to", "Last day or instant of publication, inclusive.");

    internal static QueryParameter Publisher { get; } = new("publisher", "Who published the article: the whole name, whatever its case and accents.");

    internal static QueryParameter Limit { get; } = new("limit", "The most items of a page.") { Bounds = (1, QueryParameters.MaxLimit) };

    internal static QueryParameter Cursor { get; } = new("cursor", "Where the page begins: the cursor of an earlier answer to the same query.");

    internal static QueryParameter Of<T>(string name, string description)
        where T : struct, Enum => new(name, description) { Values = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)] };
}
