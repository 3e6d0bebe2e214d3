using Azure.Storage.Blobs;
using NewsIngest.Local.Hosting;
using NewsIngest.Query;
using NewsIngest.Storage;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>How to run. A null port takes 7071 or the next free one.</summary>
internal sealed record LocalRunOptions(ProjectLayout Layout, string DataFolder, int? Port, LogLevel LogLevel);

/// <summary>Storage and host of a local run. Ends both, the host first, when it is disposed of.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    public const int UsualPort = 7071;
    private readonly LocalStorage storage;
    private readonly DevelopmentHost host;

    private LocalRun(LocalStorage storage, DevelopmentHost host)
    {
        this.storage = storage;
        this.host = host;
    }

    public QueryService Queries => host.Services.GetRequiredService<QueryService>();

    /// <exception cref="SetupException">Something is missing that storage or host need.</exception>
    /// <exception cref="HostStartException">A function or setting asks for something the host does not do.</exception>
    public static async Task<LocalRun> StartAsync(IAnsiConsole console, LocalRunOptions options, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var storage = await LocalStorage.OpenAsync(settings, options.Layout, options.DataFolder, line => console.WriteLine(line), cancellationToken);
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddConfiguration(settings)
                .AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)storage.ConnectionString)])
                .Build();
            var chosen = options.Port ?? DevelopmentHost.FreePort(UsualPort);
            if (options.Port is null && chosen != UsualPort) console.WriteLine($"Port {UsualPort} is taken: the host takes {chosen}");
            var host = await DevelopmentHost.StartAsync(
                configuration, chosen, logging => logging.AddProvider(new ViewLoggerProvider(console)).AddFilter("Microsoft", LogLevel.Warning).SetMinimumLevel(options.LogLevel), cancellationToken);
            console.WriteLine($"Host:    {host.Url}/api");
            return new LocalRun(storage, host);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    public Dropper Dropper() => new(
        new StorageTarget(host.Services.GetRequiredService<ArticleUploader>(), Queries, new BlobContainerClient(storage.ConnectionString, StorageNames.ArticlesContainer)),
        host.Services.GetRequiredService<TimeProvider>());

    public void ExplainDropping(IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine("Connection string:");
        Whole(storage.ConnectionString);
        console.WriteLine("Drop a file:");
        Whole($"  dotnet run --project local -- drop story.txt --to '{storage.ConnectionString}'");
        Whole($"  az storage blob upload -c {StorageNames.ArticlesContainer} -f story.txt --connection-string '{storage.ConnectionString}'");
        console.WriteLine($"  Storage Explorer: connect to a storage account by this connection string, open Blob Containers, {StorageNames.ArticlesContainer}, Upload");
        console.WriteLine();

        // Not wrapped, so that it can be copied.
        void Whole(string line) => console.Profile.Out.Writer.WriteLine(line);
    }

    public string Url => host.Url;

    public Task WaitAsync(CancellationToken cancellationToken) => host.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await storage.DisposeAsync();
    }
}
