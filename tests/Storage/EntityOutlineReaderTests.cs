using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsIngest.Articles;
using NewsIngest.Entities;
using NewsIngest.Query;
using NewsIngest.Serialization;
using NewsIngest.Storage.Index;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>What is read by hand is what the serializer writes.</summary>
public sealed class EntityOutlineReaderTests
{
    private static readonly EntityOutline Least = new()
    {
        Article = new ArticleLine { Id = "a", Blob = "a.txt" },
        Entity = new EntityInArticle("other.x", "X", EntityType.Other, [], []),
    };

    private static readonly EntityOutline Full = new()
    {
        Article = new ArticleLine
        {
            Id = "0123456789abcdef0123",
            Blob = "desk/“story”.md",
            Title = "Škoda \"goes\" on\\\n🙂",
            Publisher = "The Paper",
            PublishedAt = new PublishedAt("2024-03-01", DateBasis.Dateline, new TextSpan(3, 9)),
            Language = "de",
            Url = "https://example.org/?a=1&b=2",
            Claims = 7,
            NotExtracted = "language de",
        },
        Signature = "TDFFCSWI7Ct4WL5QrIHgWzVamkhsbruNxUpS1j0yV8g",
        Entity = new EntityInArticle("source.reporters", "reporters", EntityType.UnnamedSource, ["Berg", "A. Berg"], [new Role("minister", "Norland", new TextSpan(1, 5)), new Role("poet", null, new TextSpan(8, 12))]),
        RoleTexts = ["minister of Norland", "poet"],
        Others = 1,
        Ids = JoinedStrings.Of(["source.reporters", "place.norland", "person.ada-roth"]),
        Names = JoinedStrings.Of(["reporters", "Norland", "Ada Röth"]),
        Types = [3, 2, 0],
        Modalities = [0, 4, 1],
        Speakers = [0, -1, 2],
        About = [[], [1, 2], [0]],
    };

    [Fact]
    public void It_reads_what_the_serializer_writes()
    {
        foreach (var outline in (EntityOutline[])[Least, Full])
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(outline, IndexJson.Stored.EntityOutline);
            Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(EntityOutlineReader.Read(json), IndexJson.Stored.EntityOutline));
        }
    }

    /// <summary>Else a value that is added to a record would be lost in reading, and nobody would see it.</summary>
    [Fact]
    public void Every_value_is_tried()
    {
        var json = JsonSerializer.SerializeToNode(Full, IndexJson.Stored.EntityOutline)!.AsObject();
        AssertFull<EntityOutline>(json);
        AssertFull<ArticleLine>(json["article"]!, nameof(ArticleLine.DuplicateOf));
        AssertFull<PublishedAt>(json["article"]!["publishedAt"]!);
        AssertFull<EntityInArticle>(json["entity"]!);
        AssertFull<Role>(json["entity"]!["roles"]![0]!);
    }

    [Fact]
    public void What_it_does_not_know_is_passed_over()
    {
        var json = JsonSerializer.SerializeToNode(Full, IndexJson.Stored.EntityOutline)!.AsObject();
        foreach (var value in (JsonObject[])[json, json["article"]!.AsObject(), json["entity"]!.AsObject()]) value.Insert(0, "later", new JsonObject { ["id"] = new JsonArray(1, "x") });
        Assert.Equal(Text(Full), Text(EntityOutlineReader.Read(JsonSerializer.SerializeToUtf8Bytes(json))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"article":null}""")]
    [InlineData("""{"article":{"id":"a","blob":"b"},"entity":{"id":"x","name":"X","type":"Nothing"}}""")]
    [InlineData("""{"article":{"id":"a","blob":"b","language":"en"},"entity":{"id":"x","name":"X","type":"Other"},"about":[1]}""")]
    public void Anything_else_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => EntityOutlineReader.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private static string Text(EntityOutline outline) => JsonSerializer.Serialize(outline, IndexJson.Stored.EntityOutline);

    private static void AssertFull<T>(JsonNode json, params string[] except) => Assert.Equal(
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Except(except, StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase),
        json.AsObject().Select(pair => pair.Key).Order(StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase);
}
