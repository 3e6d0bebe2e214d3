using NewsIngest.Entities.Lexicon;
using Xunit;

namespace NewsIngest.Tests.Entities;

public sealed class FoldedTableTests
{
    [Theory]
    [InlineData("Zürich")]
    [InlineData("ZURICH")]
    [InlineData("zu-rich")]
    public void A_name_is_found_however_it_is_written(string form)
    {
        var table = new FoldedTable<string>();
        table.TryAdd("Zürich", "lake");

        Assert.Equal("lake", table.Find(form));
        Assert.Null(table.Find("Zuric"));
        Assert.Null(table.Find(""));
    }

    [Fact]
    public void The_first_value_of_a_name_stays()
    {
        var table = new FoldedTable<string>();
        table.TryAdd("St. Roth", "first");
        table.TryAdd("St Roth", "second");

        Assert.Equal("first", table.Find("St Roth"));
    }
}
