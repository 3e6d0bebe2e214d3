using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Entities;

/// <summary>Every rule of names and coreference on sentences of its own, in specs/entities.</summary>
public sealed class EntitySpecTests
{
    private static readonly EnglishAnnotator Annotator = new();
    private static readonly EntityRecognizer Recognizer = new();

    public static IEnumerable<TheoryDataRow<EntitySpec>> Cases() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "specs", "entities"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(EntitySpec.Read).Select(spec => new TheoryDataRow<EntitySpec>(spec));

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Names_and_links_are_as_the_spec_says(EntitySpec spec)
    {
        var article = EntityArticle.Of(spec.Text);
        var text = Annotator.Annotate(article.Text, article.Blocks);
        var entities = Recognizer.Recognize(article, text);
        foreach (var expectation in spec.Expectations.Where(e => e.Kind == "speaker")) CheckSpeaker(text, entities, expectation);
        var found = entities.ToList();
        foreach (var expectation in spec.Expectations) Check(spec.Text, found, expectation);
    }

    private static void CheckSpeaker(AnnotatedText text, ArticleEntities entities, EntityExpectation expectation)
    {
        var (start, end) = Find(text.Text, expectation.Fields[0]);
        var speaker = entities.ResolveSpeaker(text.FirstTokenEndingAfter(start), text.FirstTokenEndingAfter(end - 1) + 1);
        Assert.Equal(expectation.Fields[1], speaker?.Name ?? "nobody");
        if (expectation.Fields.Count > 2) Assert.Equal(Enum.Parse<EntityType>(expectation.Fields[2]), speaker?.Type);
    }

    private static void Check(string text, IReadOnlyList<Entity> found, EntityExpectation expectation)
    {
        var fields = expectation.Fields;
        switch (expectation.Kind)
        {
            case "speaker":
                break;
            case "entity":
                var entity = Assert.Single(found, e => e.Name == fields[0]);
                Assert.Equal(Enum.Parse<EntityType>(fields[1]), entity.Type);
                if (fields.Count > 2) Assert.Equal(fields[2], string.Join("; ", entity.Mentions.Select(m => text[m.Start..m.End])));
                break;
            case "no entity":
                Assert.DoesNotContain(found, e => e.Name == fields[0]);
                break;
            case "role":
                Assert.Contains((fields[1], fields[2], fields[3]), RolesOf(text, Assert.Single(found, e => e.Name == fields[0])));
                break;
            case "rule":
                var (start, end) = Find(text, fields[0]);
                Assert.Equal(fields[1], Assert.Single(found.SelectMany(e => e.Mentions), m => m.Start == start && m.End == end).RuleId);
                break;
            case "id":
                Assert.Equal(fields[1], Assert.Single(found, e => e.Name == fields[0]).Id);
                break;
            default:
                Assert.Fail($"the spec holds an unknown line: {expectation.Kind}");
                break;
        }
    }

    private static IEnumerable<(string Title, string Of, string Span)> RolesOf(string text, Entity entity) =>
        entity.Roles.Select(r => (r.Title, r.Of ?? "-", text[r.Span.Start..r.Span.End]));

    /// <summary>"Roth#2" is the second place where the text has "Roth".</summary>
    private static (int Start, int End) Find(string text, string phrase)
    {
        var hash = phrase.IndexOf('#', StringComparison.Ordinal);
        var words = hash < 0 ? phrase : phrase[..hash];
        var start = -1;
        for (var n = hash < 0 ? 1 : phrase[hash + 1] - '0'; n > 0; n--) start = text.IndexOf(words, start + 1, StringComparison.Ordinal);
        Assert.True(start >= 0, $"the text does not hold {phrase}");
        return (start, start + words.Length);
    }
}
