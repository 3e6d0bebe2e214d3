namespace NewsIngest.Storage;

/// <summary>Creates what the pipeline needs in an empty storage account.</summary>
public sealed class StorageSetup
{
    private readonly StorageClients clients;

    internal StorageSetup(StorageClients clients) => this.clients = clients;

    /// <summary>Creates the containers, queues and tables that are not there yet.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellationToken = default) => Task.WhenAll(
        clients.Container(StorageNames.ArticlesContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Container(StorageNames.ParsedContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Container(StorageNames.AnalysisContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Queue(StorageNames.ParsedQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Queue(StorageNames.ParsedPoisonQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Queue(StorageNames.DeletedQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Queue(StorageNames.DeletedPoisonQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Table(StorageNames.ArticlesTable).CreateIfNotExistsAsync(cancellationToken),
        clients.Table(StorageNames.IndexTable).CreateIfNotExistsAsync(cancellationToken));
}
