using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Entities;

public sealed class LexiconTests
{
    private static readonly EntityLexicon Lexicon = EntityLexicon.Default;

    [Theory]
    [InlineData("US", "United States")]
    [InlineData("U.S.", "United States")]
    [InlineData("America", "United States")]
    [InlineData("Côte d’Ivoire", "Ivory Coast")]
    [InlineData("NORWAY", "Norway")]
    [InlineData("us", null)]
    [InlineData("Atlantis", null)]
    public void A_country_has_one_name(string form, string? expected) => Assert.Equal(expected, Lexicon.Country(form));

    [Theory]
    [InlineData("Russian", "Russia")]
    [InlineData("Swedes", "Sweden")]
    [InlineData("Congolese", "Republic of the Congo")]
    [InlineData("Martian", null)]
    public void A_demonym_leads_to_its_place(string form, string? expected) => Assert.Equal(expected, Lexicon.PlaceOfDemonym(form));

    [Theory]
    [InlineData("Mr", "Male")]
    [InlineData("Ms.", "Female")]
    [InlineData("Dr", "Unknown")]
    public void Honorifics_tell_gender(string form, string expected) => Assert.Equal(expected, Lexicon.HonorificOf(form)?.Gender.ToString());

    [Fact]
    public void Patrick_and_Patricia_are_not_one_because_both_are_Pat()
    {
        Assert.True(Lexicon.Nicknames.AreForms("patrick", "pat"));
        Assert.True(Lexicon.Nicknames.AreForms("patricia", "pat"));
        Assert.False(Lexicon.Nicknames.AreForms("patricia", "patrick"));
    }

    [Theory]
    [InlineData("Müller", "muller")]
    [InlineData("Søren Kierkegård", "sorenkierkegard")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Strauß", "strauss")]
    [InlineData("Al-Sabah", "alsabah")]
    [InlineData("Nguyễn", "nguyen")]
    public void Folding_leaves_letters_and_digits(string form, string expected) => Assert.Equal(expected, Fold.Text(form));

    [Fact]
    public void A_hash_can_be_continued_over_tokens() =>
        Assert.Equal(Fold.Hash("New York"), Fold.Hash("York", Fold.Hash("New")));

    [Theory]
    [InlineData("the Norwegian foreign minister, Dr Ada Roth, flew to New York and Sao Tome with us")]
    [InlineData("US and U.S. officials met the UN, the U.N. and the World Bank in Côte d’Ivoire on 9/11 2021")]
    [InlineData("NORWAY PROTESTS; a newyork spelling, McKinsey, al-Shabaab, G-7 and G7 nations, the Parliament")]
    public void The_filter_of_words_hides_none(string text)
    {
        var article = GivenText.ToArticle("t", text);
        using var annotated = new EnglishAnnotator().Annotate(article.Text, article.Blocks);
        var matches = new LexiconMatches(annotated, Lexicon);

        Assert.NotEqual(0, annotated.Tokens.Length);
        for (var i = 0; i < annotated.Tokens.Length; i++) Assert.Equal(Lexicon.Words.Find(annotated.Form(i)), matches.Word(i));
    }

    [Fact]
    public void Every_file_of_facts_says_what_it_is()
    {
        var assembly = typeof(EntityLexicon).Assembly;
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith("NewsIngest.Entities.Data.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            Assert.StartsWith("# ", reader.ReadLine(), StringComparison.Ordinal);
        });
    }
}
