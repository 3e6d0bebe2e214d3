using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsIngest.Entities;

namespace NewsIngest.Storage;

/// <summary>
/// Creates what is missing in the storage account before any trigger is listened to, in whatever host runs the functions.
/// A gazetteer that is configured but cannot be read stops the start: without it every article would get other names.
/// </summary>
internal sealed class StorageStartup(StorageSetup setup, StorageOptions options, IServiceProvider services) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.CreateStorage) await setup.EnsureCreatedAsync(cancellationToken);
        services.GetRequiredService<Gazetteer>();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
