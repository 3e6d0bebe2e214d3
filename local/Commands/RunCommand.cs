using System.CommandLine;
using NewsIngest.Query;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>The main job: storage, host, seeds, who said what, and then serve.</summary>
internal sealed class RunCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local                        ingest the seeds, show who said what, serve until Ctrl+C
        dotnet run --project local -- --once              the same, then exit
        dotnet run --project local -- --seeds ~/news      your own files instead
        curl 'http://localhost:7071/api/claims?speaker=vladimir%20putin'
        """;

    private readonly Option<bool> once = new("--once") { Description = "Exit when the seeds are queryable" };
    private readonly Option<string?> seeds = new("--seeds") { Description = "Folder of files to ingest first [default: seeds/]", HelpName = "FOLDER" };
    private readonly Option<bool> noSeeds = new("--no-seeds") { Description = "Ingest nothing first, only serve" };
    private readonly Option<int?> port = new("--port") { Description = "Port of the host [default: 7071, or the next free one]", HelpName = "PORT" };
    private readonly Option<string?> data = new("--data") { Description = "Folder of the emulator's data [default: .azurite/]", HelpName = "FOLDER" };
    private readonly Option<bool> verbose = new("--verbose") { Description = "Show what the host does" };

    public void AddTo(RootCommand root)
    {
        foreach (Option option in new Option[] { once, seeds, noSeeds, port, data, verbose }) root.Options.Add(option);
        root.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var console = ConsoleView.Create(io);
        var layout = ProjectLayout.Find();
        var files = options.GetValue(noSeeds) ? [] : DropFile.Find([options.GetValue(seeds) ?? layout.Seeds]);
        try
        {
            await using var run = await LocalRun.StartAsync(
                console,
                new LocalRunOptions(layout, options.GetValue(data) ?? layout.AzuriteData, options.GetValue(port), options.GetValue(verbose) ? LogLevel.Information : LogLevel.Warning),
                cancellationToken);
            run.ExplainDropping(console);
            var results = await DropProgress.RunAsync(console, run.Dropper(), files, cancellationToken);
            if (files.Count > 0) await ShowAsync(console, run.Queries, results, cancellationToken);
            var succeeded = files.Count == 0 || DropProgress.Summarize(console, results);
            if (!options.GetValue(once))
            {
                console.WriteLine($"Page:    {run.Url}/api/ui/");
                console.WriteLine($"Serving on {run.Url}/api until Ctrl+C");
                await run.WaitAsync(cancellationToken);
            }

            return succeeded ? ExitCodes.Done : ExitCodes.SomeFailed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static async Task ShowAsync(IAnsiConsole console, QueryService queries, IReadOnlyList<DropResult> results, CancellationToken cancellationToken)
    {
        var articles = new List<ArticleDetail>();
        foreach (var id in results.SelectMany(result => result.Articles))
        {
            if (await queries.ArticleAsync(id, cancellationToken) is { } article) articles.Add(article);
        }

        ClaimTable.Write(console, articles);
    }
}
