using System.Globalization;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Faults;

/// <summary>
/// A storage emulator with its data on disk that can go down and come back.
/// </summary>
/// <remarks>
/// Azurite keeps its tables of what there is (LokiJS) in memory and saves them every five seconds, each of its services on its own: killed with SIGKILL it forgets
/// writes that it had acknowledged, which the service it stands for never does. So it is ended by SIGTERM, on which it saves. To its clients it is as sudden as
/// a kill: all connections are broken before, and what it still carries out is never acknowledged.
/// </remarks>
internal sealed class RestartableStorage : IAsyncDisposable
{
    private readonly StorageRelay relay = new();
    private readonly AzuriteInstallation installation;
    private readonly AzuriteOptions options;
    private AzuriteProcess? azurite;

    private RestartableStorage(AzuriteInstallation installation, string folder)
    {
        this.installation = installation;
        options = new AzuriteOptions { DataFolder = folder };
    }

    /// <summary>At ports that outlive the emulator.</summary>
    public string ConnectionString
    {
        get
        {
            var (name, key) = (AzuriteAccount.Default.Name, AzuriteAccount.Default.Key);
            var ports = relay.Ports;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={key};BlobEndpoint=http://127.0.0.1:{ports[0]}/{name};QueueEndpoint=http://127.0.0.1:{ports[1]}/{name};TableEndpoint=http://127.0.0.1:{ports[2]}/{name};");
        }
    }

    public static async Task<RestartableStorage> StartAsync(AzuriteInstallation installation, string folder, CancellationToken cancellationToken)
    {
        var storage = new RestartableStorage(installation, folder);
        await storage.UpAsync(cancellationToken);
        return storage;
    }

    /// <summary>Takes the storage away for a while.</summary>
    /// <exception cref="SetupException">The emulator could not save: nothing that follows could be judged.</exception>
    public async Task OutageAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        relay.Cut();
        var clean = await azurite!.StopAsync();
        await azurite.DisposeAsync();
        azurite = null;
        if (!clean) throw new SetupException("The storage emulator did not end when it was asked to.");
        await Task.Delay(length, cancellationToken);
        await UpAsync(cancellationToken);
    }

    /// <summary>For a while the storage takes every call and answers none.</summary>
    public Task HangAsync(TimeSpan length, CancellationToken cancellationToken) => relay.FallSilentAsync(length, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
    }

    private async Task UpAsync(CancellationToken cancellationToken)
    {
        azurite = await AzuriteProcess.StartAsync(installation, options, cancellationToken);
        relay.Connect(azurite.BlobPort, azurite.QueuePort, azurite.TablePort);
    }
}
