using System.Text.RegularExpressions;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>SECURITY.md names only tests that there are.</summary>
public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_test_that_SECURITY_md_names_exists()
    {
        var rows = File.ReadLines(Repository.PathOf("SECURITY.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.True(rows.Count >= 12, $"{rows.Count} threats");
        var classes = typeof(ThreatModelTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(rows, row =>
        {
            var shown = Code().Matches(row.Split('|')[^2]).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(shown);
            Assert.All(shown.Where(name => name.EndsWith("Tests", StringComparison.Ordinal)), name => Assert.Contains(name, classes));
            Assert.All(shown.Where(name => name.StartsWith(".ci/", StringComparison.Ordinal)), name => Assert.True(File.Exists(Repository.PathOf(name)), name));
        });
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
