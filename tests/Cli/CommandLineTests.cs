using System.Text.Json;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("parse")]
    [InlineData("extract")]
    [InlineData("drop")]
    [InlineData("query")]
    [InlineData("query", "claims")]
    [InlineData("status")]
    public async Task Help_shows_examples_and_exit_codes_without_colour(params string[] command)
    {
        var run = await CommandRun.RunAsync("", [.. command, "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("parse")]
    [InlineData("drop")]
    [InlineData("--port", "many")]
    public async Task A_wrong_command_line_has_an_exit_code_of_its_own(params string[] arguments)
    {
        var run = await CommandRun.RunAsync("", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Parse_writes_a_line_for_each_article()
    {
        var run = await CommandRun.RunAsync("", "parse", Repository.PathOf("seeds", "water-board-correction.txt"), Repository.PathOf("seeds", "hafenstreik-norrvik.txt"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["en", "de"], run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Parse_goes_on_after_a_file_it_cannot_read()
    {
        var run = await CommandRun.RunAsync("", "parse", "no-such-file.txt", Repository.PathOf("seeds", "water-board-correction.txt"));

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Lines);
        Assert.Contains("no-such-file.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_says_when_there_is_nothing_at_a_path()
    {
        var run = await CommandRun.RunAsync("", "drop", "no-such-folder");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no-such-folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_says_when_the_storage_does_not_answer()
    {
        var run = await CommandRun.RunAsync(
            "", "drop", Repository.PathOf("LICENSE"), "--timeout", "60", "--to", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("The storage does not answer", run.Error, StringComparison.Ordinal);
    }
}
