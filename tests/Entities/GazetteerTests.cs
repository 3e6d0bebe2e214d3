using System.Text;
using NewsIngest.Entities;
using NewsIngest.Language;
using Xunit;

namespace NewsIngest.Tests.Entities;

public sealed class GazetteerTests
{
    private const string Json =
        """
        [
          { "name": "Harbour Mercury", "type": "Organization", "aliases": ["Mercury", "HMFC"], "ids": ["wikidata:Q1"] },
          { "name": "Ada Roth", "type": "person", "aliases": ["Adele Roth"], "ids": ["x:2", "y:3"] },
        ]
        """;

    private const string Tsv =
        "# name\ttype\taliases\tids\r\nHarbour Mercury\tOrganization\tMercury; HMFC\twikidata:Q1\r\n\r\nAda Roth\tPerson\tAdele Roth\tx:2;y:3\r\n";

    [Theory]
    [InlineData(Json)]
    [InlineData(Tsv)]
    [InlineData("\uFEFF" + Tsv)]
    public void Both_formats_hold_the_same(string content)
    {
        var gazetteer = Load(content);

        Assert.Equal(["Harbour Mercury", "Ada Roth"], gazetteer.Entries.Select(e => e.Name));
        Assert.Equal([EntityType.Organization, EntityType.Person], gazetteer.Entries.Select(e => e.Type));
        Assert.Equal(["Mercury", "HMFC"], gazetteer.Entries[0].Aliases);
        Assert.Equal(["x:2", "y:3"], gazetteer.Entries[1].Ids);
    }

    [Fact]
    public void It_wins_over_what_the_text_suggests()
    {
        var entity = Assert.Single(Recognize("Mercury beat Rovers on Saturday. HMFC now lead the league.", Load(Json)), e => e.Name == "Harbour Mercury");

        Assert.Equal(EntityType.Organization, entity.Type);
        Assert.Equal("organization.harbour-mercury", entity.Id);
        Assert.Equal(["wikidata:Q1"], entity.SameAs);
        Assert.Equal(["Mercury", "HMFC"], entity.Aliases);
        Assert.Equal(["gazetteer", "gazetteer"], entity.Mentions.Select(m => m.RuleId));
    }

    [Fact]
    public void The_rest_of_the_text_goes_on_from_it()
    {
        var entity = Assert.Single(Recognize("Adele Roth opened the fair. Ms Roth said she was glad.", Load(Tsv)), e => e.Type == EntityType.Person);

        Assert.Equal("Ada Roth", entity.Name);
        Assert.Equal(3, entity.Mentions.Count);
        Assert.Contains("Adele Roth", entity.Aliases);
    }

    [Fact]
    public void Capitals_only_match_capitals_only()
    {
        var found = Recognize("The hmfc file was lost.", Load(Json));

        Assert.DoesNotContain(found, e => e.Name == "Harbour Mercury");
    }

    [Theory]
    [InlineData("[{\"type\":\"Person\"}]", "entry 1")]
    [InlineData("[{\"name\":\"Ada\",\"type\":\"UnnamedSource\"}]", "UnnamedSource")]
    [InlineData("[{\"name\":\"Ada\",\"type\":\"7\"}]", "must be Person")]
    [InlineData("[{\"name\":", "valid JSON")]
    [InlineData("Ada\tPerson\nBeta\tHuman", "line 2")]
    [InlineData("Ada\tPerson\tMercury\nBeta\tPlace\tmercury", "names both")]
    public void A_broken_file_says_where(string content, string expected)
    {
        var error = Assert.Throws<GazetteerException>(() => Load(content));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static Gazetteer Load(string content) => Gazetteer.Load(new MemoryStream(Encoding.UTF8.GetBytes(content)));

    private static IReadOnlyList<Entity> Recognize(string text, Gazetteer gazetteer)
    {
        var article = EntityArticle.Of(text);
        return new EntityRecognizer(gazetteer).Recognize(article, new EnglishAnnotator().Annotate(article.Text, article.Blocks)).ToList();
    }
}
