using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using NewsIngest.Telemetry;

namespace NewsIngest.Storage;

/// <summary>Logs and measures what waits in the queues of the account, those of the Functions host included: the service has no metric of a single queue.</summary>
public sealed partial class QueueWatch
{
    private readonly StorageClients clients;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    internal QueueWatch(StorageClients clients, TimeProvider time, ILogger<QueueWatch> logger)
    {
        this.clients = clients;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Writes a line for each queue that is not empty. The alerts in infra/ read these lines.</summary>
    public async Task LogAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var queue in clients.RawQueues.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            var depth = await clients.DepthAsync(queue.Name, cancellationToken);
            if (depth == 0) continue;
            var age = await AgeAsync(clients.RawQueue(queue.Name), cancellationToken);
            NewsTelemetry.RecordQueue(queue.Name, depth, age);
            Line(queue.Name, depth, age);
        }
    }

    /// <summary>How long the first message that is not being worked on has been there, in whole seconds; 0 when there is none.</summary>
    private async Task<long> AgeAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        PeekedMessage? first = await queue.PeekMessageAsync(cancellationToken);
        return first?.InsertedOn is { } since ? Math.Max(0, (long)(time.GetUtcNow() - since).TotalSeconds) : 0;
    }

    [LoggerMessage(LogLevel.Information, "Queue {Queue} holds {Depth} messages, the oldest is {Age} seconds old")]
    private partial void Line(string queue, int depth, long age);
}
