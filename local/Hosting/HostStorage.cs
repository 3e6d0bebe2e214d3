using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace NewsIngest.Local.Hosting;

/// <summary>The host's own connection to the storage account that its triggers listen to.</summary>
internal sealed class HostStorage(string connectionString)
{
    /// <summary>Where hosts keep their notes, by the same name as the real one's.</summary>
    public const string HostContainer = "azure-webjobs-hosts";

    /// <summary>Where the real host puts blobs whose function failed too often.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    public const string PoisonSuffix = "-poison";

    public BlobServiceClient Blobs { get; } = new(connectionString);

    /// <summary>Messages are encoded by the listeners themselves, so that one which is not encoded well poisons nothing but itself.</summary>
    public QueueServiceClient Queues { get; } = new(connectionString);

    /// <summary>The internal queue between the watcher and the blob functions, named as the real host names it.</summary>
    public static string BlobQueue(string hostId) => $"azure-webjobs-blobtrigger-{hostId}";
}
