using NewsIngest.Claims;
using Xunit;

namespace NewsIngest.Tests.ClaimsTests;

public sealed class ClaimDetailTests
{
    [Theory]
    [InlineData("Nora Vik said on Monday that the dam was old.", "2024-05-16", "2024-05-13", "Monday")]
    [InlineData("Nora Vik said yesterday that the dam was old.", "2024-05-16", "2024-05-15", "yesterday")]
    [InlineData("Nora Vik said last month that the dam was old.", "2024-05-16", "2024-04", "last month")]
    [InlineData("On March 3, 2021, Nora Vik said that the dam was old.", "2024-05-16", "2021-03-03", "March 3, 2021")]
    [InlineData("On March 3, 2021, Nora Vik said that the dam was old.", null, "2021-03-03", "March 3, 2021")]
    [InlineData("Nora Vik said on Monday that the dam was old.", null, null, "Monday")]
    public void The_time_of_the_statement_resolves_against_the_date_of_the_article(string text, string? published, string? value, string words)
    {
        var time = Assert.Single(Extraction.Of(text, published)).Time;
        Assert.NotNull(time);
        Assert.Equal(value, time.Value);
        Assert.Equal(words, time.Span!.Value.In(text).ToString());
    }

    [Theory]
    [InlineData("Nora Vik said 130,000 litres were lost.", 130000, "litres")]
    [InlineData("Nora Vik said 4.5 per cent of the water was lost.", 4.5, "%")]
    [InlineData("Nora Vik said the repair would cost $3 million.", 3000000, "USD")]
    [InlineData("Nora Vik said twelve pumps were broken.", 12, "pumps")]
    public void Numbers_of_the_content_become_quantities(string text, double value, string unit)
    {
        var quantity = Assert.Single(Assert.Single(Extraction.Of(text)).Quantities);
        Assert.Equal(value, quantity.Value);
        Assert.Equal(unit, quantity.Unit);
    }

    [Theory]
    [InlineData("Nora Vik said the dam was built in 1931.")]
    [InlineData("Nora Vik said the meeting would start at 9 am.")]
    public void Years_and_clock_times_are_no_quantities(string text) => Assert.Empty(Assert.Single(Extraction.Of(text)).Quantities);

    [Fact]
    public void The_hearer_is_the_addressee() =>
        Assert.Equal("reporters", Assert.Single(Extraction.Of("Nora Vik told reporters that the dam was old.")).Addressee?.Name);

    [Fact]
    public void The_same_text_gives_the_same_ids()
    {
        const string text = "Nora Vik said the dam was old. “We will repair it,” she added.";
        Assert.Equal(Extraction.Of(text).Select(c => c.Id), Extraction.Of(text).Select(c => c.Id));
        Assert.Equal(2, Extraction.Of(text).Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void In_an_interview_I_is_the_guest()
    {
        const string text = """
            The violinist Nora Vik played in Varden on Sunday. Nora Vik spoke with us after the concert.

            When did you begin to play?

            I think it was before I went to school.

            Do you still practise every day?

            I know that I should, and on most days I manage an hour.

            What will you play next year?

            I hope that we can bring a new work by a young composer to the town.
            """;
        var claims = Extraction.Of(text).Where(c => c.Cue?.Lemma is "think" or "know" or "hope").ToList();
        Assert.Equal(3, claims.Count);
        Assert.All(claims, c => Assert.Equal("Nora Vik", c.Speaker?.Name));
    }

    [Fact]
    public void A_long_text_without_end_of_quote_gives_few_claims_and_valid_spans()
    {
        var text = string.Concat(Enumerable.Repeat("“He said the road, ", 2000));
        Assert.All(Extraction.Of(text), c => Assert.All(c.Content, s => Assert.True(s.Start < s.End && s.End <= text.Length)));
    }

    [Fact]
    public void A_speaker_inside_a_relative_clause_is_shown_where_its_pronoun_stands()
    {
        const string text = "The mayor met Edda Holm, who said that the roof was lost.";
        var speaker = Assert.Single(Extraction.Of(text), c => c.Cue?.Lemma == "say").Speaker;
        Assert.Equal(("Edda Holm", "who"), (speaker?.Name, text[speaker!.Start..speaker.End]));
    }

    [Fact]
    public void Form_counts_the_letters_inside_quote_marks()
    {
        Assert.Equal(ClaimForm.Mixed, Assert.Single(Extraction.Of("Nora Vik said the dam was “very old” and leaking.")).Form);
    }
}
