using NewsIngest.Entities.Names;
using NewsIngest.Language;
using Xunit;

namespace NewsIngest.Tests.Entities;

public sealed class KeyNumbersTests
{
    [Fact]
    public void Keys_are_numbered_in_the_order_in_which_they_come_and_keep_their_numbers_when_there_are_many()
    {
        using var work = new WorkArrays();
        var numbers = new KeyNumbers(work);
        for (var i = 0; i < 5000; i++)
        {
            Assert.Equal(i, numbers.Add((ulong)i << 32));
            Assert.Equal(i / 2, numbers.Add((ulong)(i / 2) << 32));
        }

        Assert.Equal(5000, numbers.Count);
        Assert.Equal(0, numbers.Find(0));
        Assert.Equal(4999, numbers.Find(4999ul << 32));
        Assert.Equal(-1, numbers.Find(1));
    }

    [Fact]
    public void What_an_earlier_text_left_in_the_arrays_is_not_found()
    {
        using (var work = new WorkArrays())
        {
            var earlier = new KeyNumbers(work);
            for (var i = 1ul; i <= 1000; i++) earlier.Add(i);
        }

        using var next = new WorkArrays();
        var numbers = new KeyNumbers(next);
        for (var i = 1ul; i <= 1000; i++) Assert.Equal(-1, numbers.Find(i));
        for (var i = 1001ul; i <= 2000; i++) numbers.Add(i);
        for (var i = 1ul; i <= 1000; i++) Assert.Equal(-1, numbers.Find(i));
    }
}
