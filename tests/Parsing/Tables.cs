using NewsIngest.Tests.House;

namespace NewsIngest.Tests.Parsing;

/// <summary>Reads the tables of specs/parsing: one case per line, cells between " | ", "#" for comments.</summary>
internal static class Tables
{
    /// <summary>The rows of a table of so many cells; the last keeps further separators.</summary>
    public static IEnumerable<string[]> Read(string name, int cells) => File
        .ReadLines(Repository.PathOf("tests", "specs", "parsing", name))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | ", cells));

    /// <summary>The same, for tables whose last cell stands alone and whose first may hold separators.</summary>
    public static IEnumerable<string[]> ReadPairs(string name) => File
        .ReadLines(Repository.PathOf("tests", "specs", "parsing", name))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => (line, cut: line.LastIndexOf(" | ", StringComparison.Ordinal)))
        .Select(row => new[] { row.line[..row.cut], row.line[(row.cut + 3)..] });
}
