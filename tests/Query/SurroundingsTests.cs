using NewsIngest.Articles;
using NewsIngest.Query;
using Xunit;

namespace NewsIngest.Tests.Query;

public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("short text here", 6, 10, "short ", " here")]
    [InlineData("all", 0, 3, "", "")]
    [InlineData("🙂234567890123456789012345678901 passage 234567890123456789012345678901🙂", 33, 40, "234567890123456789012345678901 ", " 234567890123456789012345678901")]
    [InlineData("12345678901234567890123456789012345 x 12345678901234567890123456789012345", 36, 37, "5678901234567890123456789012345 ", " 1234567890123456789012345678901")]
    public void They_are_bounded_and_cut_no_pair(string text, int start, int end, string before, string after) =>
        Assert.Equal(new Surroundings(before, after), Surroundings.Of(text, new TextSpan(start, end)));
}
