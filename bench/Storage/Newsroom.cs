using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Bench.Faults;
using NewsIngest.Bench.Generation;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Bench.Storage;

/// <summary>A development host at work on a storage account, someone who drops files, and someone who asks what became of them.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private const int DropsAtOnce = 8;
    private const int MaxPages = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly string[] Ended = ["done", "notExtracted", "failed"];
    private readonly ServiceProvider services;
    private readonly BlobContainerClient articles;
    private readonly Idleness queues;
    private readonly QueryService query;

    private Newsroom(string hostConnection, string connection)
    {
        Host = HostChild.StartAsUsual(hostConnection);
        articles = new BlobContainerClient(hostConnection, StorageNames.ArticlesContainer);
        queues = new Idleness(connection);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)]).Build();
        services = new ServiceCollection().AddLogging().AddNewsIngest(configuration).BuildServiceProvider();
        query = services.GetRequiredService<QueryService>();
    }

    public HostChild Host { get; }

    /// <param name="hostConnection">What the host and those who drop files use; may lead through a proxy.</param>
    /// <param name="connection">What is asked by, so that asking is not recorded.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<Newsroom> OpenAsync(string hostConnection, string connection, CancellationToken cancellationToken)
    {
        var room = new Newsroom(hostConnection, connection);
        if (await room.Host.ServesAsync(cancellationToken)) return room;
        await room.DisposeAsync();
        throw new Local.SetupException("the host did not start");
    }

    public Task DropAsync(IEnumerable<GeneratedFile> files, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = DropsAtOnce, CancellationToken = cancellationToken },
        async (file, cancel) => await articles.GetBlobClient(file.Name).UploadAsync(BinaryData.FromBytes(file.Content), overwrite: true, cancel));

    /// <summary>Waits until so many files are through and nothing waits in the queues.</summary>
    /// <param name="files">How many files were dropped in all.</param>
    /// <param name="look">Called every quarter of a second.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many files ended in each state.</returns>
    public async Task<Dictionary<string, int>> WaitAsync(int files, Action? look, CancellationToken cancellationToken)
    {
        while (true)
        {
            var isIdle = await queues.IsIdleAsync(cancellationToken);
            look?.Invoke();
            if (isIdle && await StatesAsync(cancellationToken) is var states && Ended.Sum(state => states.GetValueOrDefault(state)) >= files) return states;

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Number of files by state, counted anew: the status keeps a large count for a while.</summary>
    public async Task<Dictionary<string, int>> StatesAsync(CancellationToken cancellationToken)
    {
        var scan = await FileScan.ReadAsync(services.GetRequiredService<ManifestStore>(), MaxPages, cancellationToken);
        return scan.Files.CountBy(file => FileScan.StateOf(file.State, file.Articles, scan.Articles)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether a file is through; one call.</summary>
    public async Task<bool> HasAsync(string file, CancellationToken cancellationToken) =>
        await query.FileAsync(file, cancellationToken) is { } status && Ended.Contains(status.State);

    /// <summary>What became of each file.</summary>
    public async Task<IReadOnlyList<FileStatus>> FilesAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var statuses = new List<FileStatus>();
        foreach (var name in names)
        {
            if (await query.FileAsync(name, cancellationToken) is { } status) statuses.Add(status);
        }

        return statuses;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await services.DisposeAsync();
    }
}
