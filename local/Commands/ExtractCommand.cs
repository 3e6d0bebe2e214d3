using System.CommandLine;
using System.Text;
using System.Text.Json;
using NewsIngest.Analysis;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;

namespace NewsIngest.Local.Commands;

/// <summary>JSON Lines in, JSON Lines out: entities and claims of texts, with no storage.</summary>
internal sealed class ExtractCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- extract articles.jsonl > claims.jsonl
        echo '{"id":"1","text":"The ferry is safe, said Ana Roth."}' | dotnet run --project local -- extract -
        """;

    private const string StandardInput = "-";
    private readonly ArticleAnalyzer analyzer = new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());
    private int failed;

    public Command Build()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "JSON Lines, one article each: {\"id\", \"text\", \"title\"?, \"publishedAt\"?}; - or nothing reads standard input",
            DefaultValueFactory = _ => StandardInput,
        };
        var command = new Command("extract", "Write the entities and claims of each article as one JSON line, in input order; needs no storage") { file };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(file)!, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        if (path != StandardInput && !File.Exists(path))
        {
            await io.Error.WriteLineAsync($"extract: there is no file {path}");
            return ExitCodes.SomeFailed;
        }

        using var input = new StreamReader(path == StandardInput ? io.In : File.OpenRead(path), new UTF8Encoding(false));
        await OrderedLines.RunAsync(input, io.Out, Extract, cancellationToken);
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private byte[]? Extract(int number, string line)
    {
        try
        {
            var input = JsonSerializer.Deserialize(line, CommandJson.Lines.ExtractInput) ?? throw new JsonException("null is not an article");
            var analysis = input.Text.Length == 0 ? null : analyzer.Analyze(GivenText.ToArticle(input.Id, input.Text, input.Title, input.PublishedAt));
            var output = new ExtractOutput(input.Id, analysis?.Entities ?? [], analysis?.Claims ?? [], analysis?.Excluded ?? [], analysis?.NotExtracted);
            return [.. JsonSerializer.SerializeToUtf8Bytes(output, CommandJson.Lines.ExtractOutput), (byte)'\n'];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or EvidenceException or ParseException)
        {
            Interlocked.Increment(ref failed);
            lock (io.Error) io.Error.WriteLine($"extract: line {number}: {exception.Message}");
            return null;
        }
    }
}
