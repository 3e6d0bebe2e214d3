using System.CommandLine;
using Azure.Storage.Blobs;
using NewsIngest.Query;
using NewsIngest.Storage;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Uploads files and follows them until they are queryable; some host must be working on that storage.</summary>
internal sealed class DropCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- drop story.txt
        dotnet run --project local -- drop ~/news more/*.txt --to "$CONNECTION_STRING"
        dotnet run --project local -- drop story.txt --to https://my-app.azurewebsites.net --key "$KEY"
        """;

    /// <summary>The emulator on its usual ports.</summary>
    private const string LocalEmulator = "UseDevelopmentStorage=true";

    private readonly Argument<string[]> paths = new("PATH") { Description = "Files and folders to drop; files of a folder keep their path below it", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string?> to = new("--to")
    {
        Description = $"Address of a host, or connection string of a storage account [default: the setting {StorageNames.Connection}, else the local emulator]",
        HelpName = "URL|CONNECTION",
    };

    private readonly Option<string?> key = new("--key") { Description = $"Function key of the host [default: the setting {ApiClient.KeySetting}]", HelpName = "KEY" };

    private readonly Option<int> timeout = new("--timeout")
    {
        Description = "Seconds after which files that are still waiting count as failed",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 600,
    };

    public Command Build()
    {
        var command = new Command("drop", "Upload files and folders, and follow them until they are queryable") { paths, to, key, timeout };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var console = ConsoleView.Create(io);
        var files = DropFile.Find(options.GetValue(paths)!);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.GetValue(timeout)));
        try
        {
            var results = options.GetValue(to) is { } given && IsAddress(given)
                ? await ToHostAsync(console, files, given, options.GetValue(key), limit.Token)
                : await ToStorageAsync(console, files, options.GetValue(to), limit.Token);
            return DropProgress.Summarize(console, results) ? ExitCodes.Done : ExitCodes.SomeFailed;
        }
        catch (ApiException exception)
        {
            await io.Error.WriteLineAsync($"drop: {exception.Message}");
            return ExitCodes.SomeFailed;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            if (cancellationToken.IsCancellationRequested) return ExitCodes.Interrupted;
            await io.Error.WriteLineAsync($"drop: not all files were queryable after {options.GetValue(timeout)} s. Is a host working on this storage? Try: dotnet run --project local");
            return ExitCodes.SomeFailed;
        }
        catch (Exception exception) when (exception is AggregateException or Azure.RequestFailedException)
        {
            throw new SetupException($"The storage does not answer: {exception.GetBaseException().Message}", exception);
        }
    }

    private static bool IsAddress(string to) =>
        to.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || to.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<DropResult>> ToHostAsync(IAnsiConsole console, IReadOnlyList<DropFile> files, string address, string? key, CancellationToken cancellationToken)
    {
        using var client = new ApiClient(address, key);
        return await DropProgress.RunAsync(console, new Dropper(new ApiTarget(client), TimeProvider.System), files, cancellationToken);
    }

    private static async Task<IReadOnlyList<DropResult>> ToStorageAsync(IAnsiConsole console, IReadOnlyList<DropFile> files, string? given, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var connection = given ?? (settings[StorageNames.Connection] is { Length: > 0 } set ? set : LocalEmulator);
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)])
            .Build();
        await using var services = new ServiceCollection().AddNewsIngest(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().EnsureCreatedAsync(cancellationToken);
        var target = new StorageTarget(
            services.GetRequiredService<ArticleUploader>(),
            services.GetRequiredService<QueryService>(),
            new BlobContainerClient(connection, StorageNames.ArticlesContainer));
        return await DropProgress.RunAsync(console, new Dropper(target, services.GetRequiredService<TimeProvider>()), files, cancellationToken);
    }
}
