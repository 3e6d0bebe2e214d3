using NewsIngest.Language;
using Xunit;

namespace NewsIngest.Tests.Language;

public sealed class MarksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void The_next_mark_is_the_one_that_a_plain_search_finds(int count)
    {
        var random = new Random(count);
        var marks = new byte[count];
        random.NextBytes(marks);

        for (var bit = 0; bit < 8; bit++)
        {
            for (var from = 0; from <= count; from++)
            {
                var next = from;
                while (next < count && (marks[next] & (1 << bit)) == 0) next++;
                Assert.Equal(next, Marks.Next(marks, (byte)(1 << bit), from));
            }
        }
    }

    [Fact]
    public void One_of_several_bits_is_enough()
    {
        byte[] marks = [0, 0, 4, 0, 0, 0, 0, 0, 0, 1];

        Assert.Equal(2, Marks.Next(marks, 5, 0));
        Assert.Equal(9, Marks.Next(marks, 5, 3));
        Assert.Equal(10, Marks.Next(marks, 2, 0));
        Assert.Equal(1, Marks.Next([false, true], 0));
    }

    [Fact]
    public void Tokens_are_found_by_how_they_look()
    {
        const string words = "the Mayor of Oslo met “ us ” on 9 May";
        var annotated = new EnglishAnnotator().Annotate(words, [new NewsIngest.Articles.Block(NewsIngest.Articles.BlockRole.Body, 0, words.Length)]);
        using var text = annotated;

        Assert.Equal(["Mayor", "Oslo", "May"], Found(text, WordLook.StartsUpper));
        Assert.Equal(["“", "”"], Found(text, WordLook.IsQuoteMark));
        Assert.Equal(["Mayor", "Oslo", "9", "May"], Found(text, WordLook.HasCapital | WordLook.StartsWithDigit));
    }

    private static List<string> Found(AnnotatedText text, WordLook look)
    {
        var found = new List<string>();
        for (var i = text.Next(look, 0); i < text.Tokens.Length; i = text.Next(look, i + 1)) found.Add(text.Form(i).ToString());
        return found;
    }
}
