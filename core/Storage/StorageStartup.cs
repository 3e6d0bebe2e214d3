using Microsoft.Extensions.Hosting;

namespace NewsIngest.Storage;

/// <summary>Creates what is missing in the storage account before any trigger is listened to, in whatever host runs the functions.</summary>
internal sealed class StorageStartup(StorageSetup setup, StorageOptions options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        options.CreateStorage ? setup.EnsureCreatedAsync(cancellationToken) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
