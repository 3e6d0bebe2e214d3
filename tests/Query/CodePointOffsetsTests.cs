using NewsIngest.Articles;
using Xunit;

namespace NewsIngest.Tests.Query;

public sealed class CodePointOffsetsTests
{
    [Theory]
    [InlineData("plain é", 0, 7, 0, 7, false)]
    [InlineData("😀x", 2, 3, 1, 2, true)]
    [InlineData("a😀b😀c", 3, 7, 2, 5, true)]
    [InlineData("a😀b", 0, 1, 0, 1, true)]
    [InlineData("\ud83dx", 1, 2, 1, 2, false)]
    public void Offsets_are_counted_in_code_points(string text, int start, int end, int pointStart, int pointEnd, bool differ)
    {
        var offsets = new CodePointOffsets(text);

        Assert.Equal(new TextSpan(pointStart, pointEnd), offsets.Of(new TextSpan(start, end)));
        Assert.Equal(differ, offsets.Differ);
    }
}
