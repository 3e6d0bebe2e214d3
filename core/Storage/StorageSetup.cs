namespace NewsIngest.Storage;

/// <summary>Creates what the pipeline needs in an empty storage account.</summary>
public sealed class StorageSetup
{
    /// <summary>Creates the containers, queues and tables that are not there yet.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
