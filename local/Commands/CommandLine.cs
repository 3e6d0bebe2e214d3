using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NewsIngest.Local.Hosting;

namespace NewsIngest.Local.Commands;

/// <summary>The whole command line: what there is, its help, and its exit codes.</summary>
internal sealed class CommandLine(CommandIo io)
{
    /// <summary>How long Ctrl+C waits for host and storage to end in order.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var parsed = Build().Parse(args);
        using var output = new StreamWriter(io.Out, leaveOpen: true);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = io.Error, ProcessTerminationTimeout = StopTimeout };
        try
        {
            var exitCode = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Action is ParseErrorAction ? ExitCodes.BadUsage : exitCode;
        }
        catch (Exception exception) when (exception is SetupException or HostStartException or FileNotFoundException or FormatException)
        {
            await io.Error.WriteLineAsync(exception.Message);
            return ExitCodes.NotSetUp;
        }
    }

    private RootCommand Build()
    {
        var extract = new ExtractCommand(io).Build();
        var parse = new ParseCommand(io).Build();
        var drop = new DropCommand(io).Build();
        var query = new QueryCommand(io).Build();
        var status = new StatusCommand(io).Build();
        var poison = new PoisonCommand(io).Build();
        var backup = new BackupCommands(io);
        var (export, import) = (backup.Export(), backup.Import());
        var root = new RootCommand("Who said what, about whom, when: from news files to claims you can query.") { parse, extract, drop, query, status, poison, export, import };
        new RunCommand(io).AddTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, new Dictionary<Command, string>
        {
            [root] = RunCommand.Examples,
            [parse] = ParseCommand.Examples,
            [drop] = DropCommand.Examples,
            [query] = QueryCommand.Examples,
            [query.Subcommands[0]] = QueryCommand.Examples,
            [query.Subcommands[1]] = QueryCommand.Examples,
            [query.Subcommands[2]] = QueryCommand.Examples,
            [status] = StatusCommand.Examples,
            [poison] = PoisonCommand.Examples,
            [poison.Subcommands[0]] = PoisonCommand.Examples,
            [poison.Subcommands[1]] = PoisonCommand.Examples,
            [export] = BackupCommands.ExportExamples,
            [import] = BackupCommands.ImportExamples,
            [extract] = ExtractCommand.Examples,
        });
        return root;
    }
}
