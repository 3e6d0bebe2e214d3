using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Storage;

/// <summary>An account as a host leaves it before the first file comes.</summary>
internal static class EmptyAccount
{
    public static async Task CreateAsync(string connection, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddNewsIngest(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().EnsureCreatedAsync(cancellationToken);
        await new QueueClient(connection, HostStorage.BlobQueue(new HostSettings().HostId)).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }
}
