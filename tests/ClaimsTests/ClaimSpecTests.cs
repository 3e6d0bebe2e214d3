using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.ClaimsTests;

public sealed class ClaimSpecTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "specs", "claims"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(ClaimSpec.Read)
            .Select(spec => new TheoryDataRow<string, string>(spec.File, spec.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_text_gives_exactly_these_claims(string file, string name)
    {
        var spec = ClaimSpec.Read(Repository.PathOf("tests", "specs", "claims", file + ".md")).Single(s => s.Name == name);
        Assert.Equal(spec.Claims, Extraction.Lines(spec.Text));
    }
}
