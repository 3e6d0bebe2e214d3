using NewsIngest.Local.Azurite;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;

namespace NewsIngest.Local.Commands;

/// <summary>The storage of a local run: the account of the settings, or an emulator of our own with its data in the clone.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private const int UsualBlobPort = 10000;
    private const int UsualQueuePort = 10001;
    private const int UsualTablePort = 10002;
    private readonly AzuriteProcess? azurite;
    private readonly FileStream? hold;

    private LocalStorage(string connectionString, AzuriteProcess? azurite, FileStream? hold)
    {
        ConnectionString = connectionString;
        this.azurite = azurite;
        this.hold = hold;
    }

    public string ConnectionString { get; }

    /// <summary>Opens the storage; an emulator is installed and started when the settings name no account.</summary>
    /// <exception cref="SetupException">Node.js is missing, npm failed, or another run uses the data.</exception>
    public static async Task<LocalStorage> OpenAsync(IConfiguration configuration, ProjectLayout layout, string dataFolder, Action<string> report, CancellationToken cancellationToken)
    {
        if (configuration[StorageNames.Connection] is { Length: > 0 } given)
        {
            report($"Storage: as the setting {StorageNames.Connection} says");
            return new LocalStorage(given, null, null);
        }

        var installation = await new AzuriteInstaller(layout, report).InstallAsync(cancellationToken);
        var hold = Hold(dataFolder);
        try
        {
            var options = new AzuriteOptions
            {
                BlobPort = UsualOrAny(UsualBlobPort, report),
                QueuePort = UsualOrAny(UsualQueuePort, report),
                TablePort = UsualOrAny(UsualTablePort, report),
                DataFolder = dataFolder,
            };
            var azurite = await AzuriteProcess.StartAsync(installation, options, cancellationToken);
            report($"Storage: Azurite on ports {azurite.BlobPort}, {azurite.QueuePort} and {azurite.TablePort}, data in {dataFolder}");
            return new LocalStorage(azurite.ConnectionString(AzuriteAccount.Default), azurite, hold);
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        if (hold is not null) await hold.DisposeAsync();
    }

    /// <summary>Two emulators on the same files would spoil them.</summary>
    private static FileStream Hold(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, ".in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new SetupException(
                $"Another run uses the data in {folder}. Stop it, or set {StorageNames.Connection} to the connection string that it printed to share its storage.", exception);
        }
    }

    private static int UsualOrAny(int usual, Action<string> report)
    {
        if (DevelopmentHost.IsFree(usual)) return usual;
        report($"Port {usual} is taken: Azurite takes a free one instead");
        return 0;
    }
}
