using System.CommandLine;
using NewsIngest.Storage;
using NewsIngest.Storage.Backup;

namespace NewsIngest.Local.Commands;

/// <summary>Saves a storage to a folder and brings it back.</summary>
internal sealed class BackupCommands(CommandIo io)
{
    public const string ExportExamples =
        """
        dotnet run --project local -- export ~/backup
        dotnet run --project local -- export ~/backup --storage "$CONNECTION_STRING"
        """;

    public const string ImportExamples =
        """
        dotnet run --project local -- import ~/backup --storage "$CONNECTION_STRING"
        """;

    /// <summary>The emulator on its usual ports.</summary>
    private const string LocalEmulator = "UseDevelopmentStorage=true";

    public Command Export() => Build(
        "export",
        "Write all files, articles and analyses to a new folder",
        (services, folder, progress, cancellationToken) => services.GetRequiredService<ArticleExporter>().ExportAsync(folder, progress, cancellationToken));

    public Command Import() => Build(
        "import",
        "Bring what export wrote into a storage; files it has already are left as they are",
        async (services, folder, progress, cancellationToken) =>
        {
            await services.GetRequiredService<StorageSetup>().EnsureCreatedAsync(cancellationToken);
            return await services.GetRequiredService<ArticleImporter>().ImportAsync(folder, progress, cancellationToken);
        });

    private Command Build(string name, string description, Func<IServiceProvider, string, IProgress<int>, CancellationToken, Task<BackupSummary>> run)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the backup" };
        var storage = new Option<string?>("--storage")
        {
            Description = $"Connection string of a storage account [default: the setting {StorageNames.Connection}, else the local emulator]",
            HelpName = "CONNECTION",
        };
        var command = new Command(name, description) { folder, storage };
        command.SetAction((parsed, cancellationToken) => RunAsync(name, parsed.GetRequiredValue(folder), parsed.GetValue(storage), run, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        string name, string folder, string? storage, Func<IServiceProvider, string, IProgress<int>, CancellationToken, Task<BackupSummary>> run, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var connection = storage ?? (settings[StorageNames.Connection] is { Length: > 0 } set ? set : LocalEmulator);
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)])
            .Build();
        await using var services = new ServiceCollection().AddLogging().AddNewsIngest(configuration).BuildServiceProvider();
        try
        {
            var summary = await run(services, folder, new EveryHundred(io), cancellationToken);
            await io.Error.WriteLineAsync($"{name}: {summary.Files} files, {summary.Articles} articles{(summary.Skipped > 0 ? $"; {summary.Skipped} files were there already" : "")}");
            return ExitCodes.Done;
        }
        catch (BackupException exception)
        {
            await io.Error.WriteLineAsync($"{name}: {exception.Message}");
            return ExitCodes.SomeFailed;
        }
        catch (Exception exception) when (exception is AggregateException or Azure.RequestFailedException)
        {
            throw new SetupException($"The storage does not answer: {exception.GetBaseException().Message}", exception);
        }
    }

    private sealed class EveryHundred(CommandIo io) : IProgress<int>
    {
        private const int Step = 100;

        public void Report(int value)
        {
            if (value % Step == 0) io.Error.WriteLine($"{value} files ...");
        }
    }
}
