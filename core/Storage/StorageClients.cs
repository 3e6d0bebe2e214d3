using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Storage.Index;

namespace NewsIngest.Storage;

/// <summary>The clients of the one storage account, from a connection string or from an identity and three addresses.</summary>
internal sealed class StorageClients
{
    private const int MaxRetries = 5;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(8);

    /// <param name="configuration">Holds the setting <see cref="StorageNames.Connection"/> or its identity form.</param>
    /// <param name="policies">Added to every call, retries included: to count calls or to make them fail.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public StorageClients(IConfiguration configuration, IEnumerable<HttpPipelinePolicy> policies)
    {
        var extra = policies.ToArray();
        var timeout = configuration.GetValue($"{StorageOptions.Section}:{nameof(StorageOptions.NetworkTimeout)}", new StorageOptions().NetworkTimeout);
        var blobs = Configure(new BlobClientOptions(), timeout, extra);
        var queues = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, timeout, extra);
        var rawQueues = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, timeout, extra);
        var tables = Configure(new TableClientOptions(), timeout, [.. extra, new IndexPagePolicy()]);
        if (configuration[StorageNames.Connection] is { Length: > 0 } connection)
        {
            try
            {
                Blobs = new BlobServiceClient(connection, blobs);
                Queues = new QueueServiceClient(connection, queues);
                RawQueues = new QueueServiceClient(connection, rawQueues);
                Tables = new TableServiceClient(connection, tables);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
            {
                // The value holds a key: it stays out of the message.
                throw new InvalidOperationException($"The setting {StorageNames.Connection} is not a storage connection string.");
            }
        }
        else
        {
            var section = configuration.GetSection(StorageNames.Connection);
            if (!section.GetChildren().Any())
                throw new InvalidOperationException(
                    $"The setting {StorageNames.Connection} is missing: give a storage connection string, or {StorageNames.Connection}__blobServiceUri, __queueServiceUri and __tableServiceUri for an identity.");
            var credential = Credential(section);
            Blobs = new BlobServiceClient(Address(section, "blobServiceUri"), credential, blobs);
            Queues = new QueueServiceClient(Address(section, "queueServiceUri"), credential, queues);
            RawQueues = new QueueServiceClient(Address(section, "queueServiceUri"), credential, rawQueues);
            Tables = new TableServiceClient(Address(section, "tableServiceUri"), credential, tables);
        }
    }

    /// <summary>The clients, with the policies that were registered.</summary>
    public static StorageClients Create(IServiceProvider services, IConfiguration configuration) => new(configuration, services.GetServices<HttpPipelinePolicy>());

    /// <summary>Finds out at start whether the settings will do.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static void Check(IConfiguration configuration) => _ = new StorageClients(configuration, []);

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    /// <summary>Queues whose messages may be encoded in any way.</summary>
    public QueueServiceClient RawQueues { get; }

    public TableServiceClient Tables { get; }

    public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(name);

    public TableClient Table(string name) => Tables.GetTableClient(name);

    public QueueClient Queue(string name) => Queues.GetQueueClient(name);

    public QueueClient RawQueue(string name) => RawQueues.GetQueueClient(name);

    /// <summary>How many messages a queue has, approximately; none when it does not exist.</summary>
    public async Task<int> DepthAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await Queue(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (Azure.RequestFailedException exception) when (exception.Status == 404)
        {
            return 0;
        }
    }

    private static T Configure<T>(T options, TimeSpan timeout, HttpPipelinePolicy[] policies)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = FirstRetry;
        options.Retry.MaxDelay = LongestRetry;
        options.Retry.NetworkTimeout = timeout;
        foreach (var policy in policies) options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }

    private static Uri Address(IConfigurationSection section, string name)
    {
        var value = section[name];
        if (string.IsNullOrEmpty(value))
            throw new InvalidOperationException($"The setting {section.Path}__{name} is missing.");
        return Uri.TryCreate(value, UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"The setting {section.Path}__{name} is not an address.");
    }

    private static TokenCredential Credential(IConfigurationSection section) => (section["credential"], section["clientId"]) switch
    {
        ("managedidentity", { Length: > 0 } id) => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
        ("managedidentity", _) => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        (null or "", _) => new DefaultAzureCredential(),
        (var other, _) => throw new InvalidOperationException($"The setting {section.Path}__credential is \"{other}\"; only \"managedidentity\" is known."),
    };
}
