using NewsIngest.Entities.Lexicon;
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
