using NewsIngest.Entities;
using NewsIngest.Storage.Index;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class NameFormTests
{
    [Theory]
    [InlineData("Zoë  GARCÍA-López", "zoe garcia lopez")]
    [InlineData("the U.S. Senate’s", "the us senate")]
    [InlineData("O’Neill", "oneill")]
    [InlineData("Ørsted & Łódź", "orsted lodz")]
    [InlineData("St. Mary's", "st mary")]
    [InlineData("ﬁnal ①", "final 1")]
    [InlineData("3.5 per cent", "3 5 per cent")]
    [InlineData("…", "")]
    [InlineData("日本 🗞️", "日本 🗞")]
    public void Text_is_folded_to_plain_words(string text, string folded) => Assert.Equal(folded, NameFolding.Fold(text));

    [Theory]
    [InlineData("Mr Holm", "holm")]
    [InlineData("Prime Minister Dr. Eva Holm", "eva holm")]
    [InlineData("The Foreign Minister Holm", "holm")]
    [InlineData("President", "president")]
    [InlineData("Holm, Carl", "holm carl")]
    public void Honorifics_are_no_part_of_a_name(string name, string form) => Assert.Equal(form, NameForms.Of(name));

    [Theory]
    [InlineData("America", "united states")]
    [InlineData("u.s.", "united states")]
    [InlineData("who", "world health organization")]
    [InlineData("Riverton", "riverton")]
    public void A_country_or_world_body_is_asked_by_any_of_its_names(string name, string form) => Assert.Equal(form, NameForms.Asked(name));

    [Fact]
    public void An_entity_is_found_by_its_names_and_a_person_by_the_surname()
    {
        var person = new Entity { Id = "person.carl-holm", Name = "Carl Holm Jr.", Type = EntityType.Person, Aliases = ["Mr Holm", "Charlie"] };
        Assert.Equal(["carl holm jr", "holm", "charlie"], NameForms.Of(person));
        Assert.Equal(["carl holm jr"], NameForms.Of(person with { Type = EntityType.Organization, Aliases = [] }));
    }

    [Theory]
    [InlineData("person.carl-holm", "carl holm")]
    [InlineData("person.holm.0123456789abcdef0123", null)]
    [InlineData("Mr. Holm", null)]
    [InlineData("holm", null)]
    public void The_name_in_an_id_is_read(string id, string? form) => Assert.Equal(form, NameForms.InId(id));

    [Theory]
    [InlineData("talks on peace talks", "peace talks", true)]
    [InlineData("peace talksmith", "peace talks", false)]
    [InlineData("apeace talks", "peace talks", false)]
    public void Whole_words_are_found(string text, string words, bool found) => Assert.Equal(found, NameFolding.HoldsWords(text, words));
}
