using System.Text.RegularExpressions;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>Filters of the tables are made by the SDK, which quotes what is put into them.</summary>
public sealed partial class FilterTests
{
    [Fact]
    public void No_filter_is_written_by_hand()
    {
        var filters = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("core"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            foreach (var line in File.ReadLines(file).Where(line => Comparison().IsMatch(line)))
            {
                filters++;
                // Every comparison of a key stands inside a call that quotes its values.
                foreach (Match comparison in Comparison().Matches(line))
                    Assert.Contains("CreateQueryFilter($\"", line[..comparison.Index], StringComparison.Ordinal);
            }
        }

        Assert.True(filters >= 5, $"{filters} filters");
    }

    [GeneratedRegex("(PartitionKey|RowKey) (eq|ne|gt|ge|lt|le) ")]
    private static partial Regex Comparison();
}
