using Xunit;

namespace NewsIngest.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void Placeholder_compiles() => Assert.Equal(3, new Articles.TextSpan(1, 4).Length);
}
