using NewsIngest.Language;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Language;

public sealed class TokenPositionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Go.")]
    [InlineData("The mayor said on Monday that the bridge,                                                              which is old, would close.\n\n“We’re not sure,” she added.")]
    [InlineData("Wordwordwordwordwordwordwordwordwordwordwordwordwordwordwordwordwordword and so on, and so on, it goes, to the end of the text")]
    public void The_token_at_any_character_is_that_of_a_search(string text)
    {
        var article = GivenText.ToArticle("t", text);
        using var annotated = new EnglishAnnotator().Annotate(article.Text, article.Blocks);
        var tokens = annotated.Tokens.ToArray();

        for (var offset = 0; offset <= article.Text.Length; offset++)
        {
            Assert.Equal(tokens.Count(t => t.Start < offset), annotated.FirstTokenFrom(offset));
            Assert.Equal(tokens.Count(t => t.End <= offset), annotated.FirstTokenEndingAfter(offset));
            Assert.Equal(Array.FindIndex(tokens, t => t.Start <= offset && offset < t.End), annotated.TokenAt(offset));
        }
    }

    [Fact]
    public void Before_the_text_stands_its_first_token_and_behind_it_none()
    {
        using var annotated = new EnglishAnnotator().Annotate("Go on.", GivenText.ToArticle("t", "Go on.").Blocks);

        Assert.Equal(0, annotated.FirstTokenFrom(-5));
        Assert.Equal(3, annotated.FirstTokenFrom(1000));
    }
}
