using System.CommandLine;
using System.Text.Json;
using NewsIngest.Parsing;

namespace NewsIngest.Local.Commands;

/// <summary>Shows what the parsers make of files, with no storage.</summary>
internal sealed class ParseCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- parse seeds/*
        dotnet run --project local -- parse story.txt | jq .blocks
        """;

    private const string Container = "files";

    public Command Build()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to read, in any accepted format", Arity = ArgumentArity.OneOrMore };
        var command = new Command("parse", "Write one JSON line per article found in the files; needs no storage") { files };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(files)!, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string[] files, CancellationToken cancellationToken)
    {
        var parser = new ArticleParser();
        var exitCode = ExitCodes.Done;
        foreach (var file in files)
        {
            try
            {
                var content = await File.ReadAllBytesAsync(file, cancellationToken);
                foreach (var article in parser.Parse(new SourceFile(Container, file.Replace('\\', '/'), content)))
                {
                    await JsonSerializer.SerializeAsync(io.Out, article, CommandJson.Lines.Article, cancellationToken);
                    io.Out.WriteByte((byte)'\n');
                }
            }
            catch (Exception exception) when (exception is ParseException or IOException or UnauthorizedAccessException)
            {
                await io.Error.WriteLineAsync($"parse: {exception.Message}");
                exitCode = ExitCodes.SomeFailed;
            }
        }

        await io.Out.FlushAsync(cancellationToken);
        return exitCode;
    }
}
