using System.Text.Json;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Cli;

public sealed class ExtractCommandTests
{
    private const string Text = "The dam is full, Ruth Calder said on Friday.";

    [Fact]
    public async Task A_line_in_is_a_line_out_of_this_shape()
    {
        var run = await CommandRun.RunAsync(Line("a-1", Text), "extract");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var line = JsonDocument.Parse(Assert.Single(run.Lines)).RootElement;
        Assert.Equal(["id", "entities", "claims", "excluded"], Names(line));
        var claim = Assert.Single(line.GetProperty("claims").EnumerateArray());
        AssertHas(claim, "id", "speaker", "cue", "content", "text", "form", "modality", "negated", "addressee", "time", "about", "quantities", "embeddedIn", "ruleId");
        Assert.Equal(["entityId", "name", "start", "end"], Names(claim.GetProperty("speaker")));
        Assert.Equal(["start", "end", "lemma"], Names(claim.GetProperty("cue")));
        Assert.Equal(["start", "end"], Names(claim.GetProperty("content")[0]));
        Assert.Equal("Ruth Calder", claim.GetProperty("speaker").GetProperty("name").GetString());
        var entity = line.GetProperty("entities").EnumerateArray().First();
        AssertHas(entity, "id", "name", "type", "aliases", "roles", "mentions");
        AssertHas(entity.GetProperty("mentions")[0], "start", "end", "kind");
    }

    [Fact]
    public async Task Lines_come_out_in_the_order_they_went_in()
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"id {i} “ü”").ToList();

        var run = await CommandRun.RunAsync(string.Concat(ids.Select((id, i) => Line(id, string.Concat(Enumerable.Repeat(Text + "\n\n", i % 7))) + "\n")), "extract", "-");

        Assert.Equal(ids, run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("this is not JSON")]
    [InlineData("""{"id": "x"}""")]
    [InlineData("""{"text": "x"}""")]
    [InlineData("""{"id": null, "text": "x"}""")]
    [InlineData("""{"id": "x", "text": "x", "publishedAt": "the day before"}""")]
    [InlineData("""{"id": "x", "text": "\ud800"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_bad_line_is_named_and_the_others_still_come_out(string bad)
    {
        var run = await CommandRun.RunAsync($"{Line("1", Text)}\n\n{bad}\n{Line("4", Text)}\n", "extract");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["1", "4"], run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.StartsWith("extract: line 3: ", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_text_has_nothing_in_it()
    {
        var run = await CommandRun.RunAsync(Line("e", ""), "extract");

        Assert.Equal("""{"id":"e","entities":[],"claims":[],"excluded":[]}""", Assert.Single(run.Lines));
    }

    [Fact]
    public async Task Offsets_count_from_the_start_of_the_text_as_it_was_given()
    {
        const string text = "\uFEFF  😀\r\n\r\nThe dam is full, Ruth Calder said on Friday.";

        var run = await CommandRun.RunAsync(Line("o", text), "extract");

        var claim = Assert.Single(JsonDocument.Parse(Assert.Single(run.Lines)).RootElement.GetProperty("claims").EnumerateArray());
        var span = Assert.Single(claim.GetProperty("content").EnumerateArray());
        Assert.Equal(claim.GetProperty("text").GetString(), text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task A_file_is_read_like_standard_input()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, Line("f", Text), TestContext.Current.CancellationToken);

            var run = await CommandRun.RunAsync("", "extract", path);

            Assert.Single(run.Lines);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var run = await CommandRun.RunAsync("", "extract", "no-such-file.jsonl");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("no-such-file.jsonl", run.Error, StringComparison.Ordinal);
    }

    private static void AssertHas(JsonElement element, params string[] names) => Assert.Subset(Names(element).ToHashSet(), names.ToHashSet());

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text });

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
