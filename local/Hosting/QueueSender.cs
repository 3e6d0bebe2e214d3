using System.Collections;
using System.Text.Json;
using Azure.Storage.Queues;

namespace NewsIngest.Local.Hosting;

/// <summary>Sends what functions return to their output queue: one message for each element, none for null.</summary>
internal sealed class QueueSender(HostStorage storage, HostJson hostJson, QueueSignals signals)
{
    public async Task SendResultAsync(string queue, object? result, CancellationToken cancellationToken)
    {
        IEnumerable messages = result switch
        {
            null => Array.Empty<object>(),
            string text => new[] { text },
            IEnumerable many => many,
            _ => new[] { result },
        };
        foreach (var message in messages)
            await SendAsync(queue, message as string ?? JsonSerializer.Serialize(message, FunctionBinder.WorkerJson), hostJson.QueueMessageEncoding, cancellationToken);
    }

    /// <summary>Sends one message and creates the queue when it is not there.</summary>
    public async Task SendAsync(string queue, string text, QueueMessageEncoding encoding, CancellationToken cancellationToken)
    {
        var client = storage.Queues.GetQueueClient(queue);
        var body = QueueText.Encode(text, encoding);
        try
        {
            await client.SendMessageAsync(body, cancellationToken);
        }
        catch (Azure.RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await client.SendMessageAsync(body, cancellationToken);
        }

        signals.Notify(queue);
    }
}
