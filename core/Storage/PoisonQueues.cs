using System.Text;
using System.Text.Json;
using Azure;
using NewsIngest.Parsing;

namespace NewsIngest.Storage;

/// <summary>
/// A message that failed too often: about an article whose extraction failed, or about a file that could not be ingested or whose deletion could not be followed.
/// <paramref name="Text"/> is its beginning when it is neither.
/// </summary>
public sealed record PoisonMessage(string Queue, string Id, DateTimeOffset? Since, string? ArticleId, string? File, string? Text);

/// <summary>The oldest messages of the poison queues, and approximately how many there are.</summary>
public sealed record PoisonList(int Depth, IReadOnlyList<PoisonMessage> Items);

/// <summary>What a retry did: messages whose work was asked for again, and those that stay with the reason.</summary>
public sealed record PoisonRetry(int Retried, IReadOnlyList<PoisonFailure> Failed);

/// <summary>A message that stays in its poison queue.</summary>
public sealed record PoisonFailure(string Queue, string Id, string Reason);

/// <summary>Lists what the host has given up on, and has it tried again.</summary>
public sealed class PoisonQueues
{
    /// <summary>The most messages the service hands out at once.</summary>
    public const int MaxMessages = 32;

    private const int MaxTextLength = 500;

    /// <summary>How long a message is hidden while it is tried again.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    private readonly StorageClients clients;
    private readonly ArticleReprocessor reprocessor;
    private readonly ArticleDeleter deleter;

    internal PoisonQueues(StorageClients clients, ArticleReprocessor reprocessor, ArticleDeleter deleter)
    {
        this.clients = clients;
        this.reprocessor = reprocessor;
        this.deleter = deleter;
    }

    /// <summary>At most 32 messages of each queue, left where they are.</summary>
    public async Task<PoisonList> ListAsync(CancellationToken cancellationToken = default)
    {
        var items = new List<PoisonMessage>();
        var depth = 0;
        foreach (var name in StorageNames.PoisonQueues)
        {
            depth += await clients.DepthAsync(name, cancellationToken);
            var messages = await ExistingAsync(() => clients.RawQueue(name).PeekMessagesAsync(MaxMessages, cancellationToken));
            items.AddRange(messages.Select(message => Read(name, message.MessageId, message.InsertedOn, message.Body)));
        }

        return new PoisonList(depth, items);
    }

    /// <summary>Tries at most 32 messages of each queue again, or of those the one with this id. A message is taken off only when its work has been asked for.</summary>
    public async Task<PoisonRetry> RetryAsync(string? id = null, CancellationToken cancellationToken = default)
    {
        var failed = new List<PoisonFailure>();
        var retried = 0;
        foreach (var name in StorageNames.PoisonQueues)
        {
            var queue = clients.RawQueue(name);
            foreach (var message in await ExistingAsync(() => queue.ReceiveMessagesAsync(MaxMessages, Hidden, cancellationToken)))
            {
                if (id is not null && message.MessageId != id)
                {
                    await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
                }
                else if (await TryAsync(Read(name, message.MessageId, message.InsertedOn, message.Body), cancellationToken) is { } reason)
                {
                    failed.Add(new PoisonFailure(name, message.MessageId, reason));
                    await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
                }
                else
                {
                    retried++;
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                }
            }
        }

        return new PoisonRetry(retried, failed);
    }

    private async Task<string?> TryAsync(PoisonMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (message.ArticleId is { } article) return await reprocessor.ReprocessAsync(article, cancellationToken) ? null : "there is no such article any more";
            if (message.File is not { } file) return "the message is not one of this app";
            if (message.Queue == StorageNames.DeletedPoisonQueue) await deleter.FollowDeletionAsync(file, cancellationToken);
            else await reprocessor.IngestAsync(file, cancellationToken);
            return null;
        }
        catch (ParseException exception)
        {
            return exception.Reason;
        }
    }

    private static PoisonMessage Read(string queue, string id, DateTimeOffset? since, BinaryData body)
    {
        var text = Decode(body.ToString());
        if (queue == StorageNames.DeletedPoisonQueue && DeletionEvent.FileOf(text) is { } deleted) return new PoisonMessage(queue, id, since, null, deleted, null);
        try
        {
            using var json = JsonDocument.Parse(text);
            var file = Text(json, "BlobName");
            var article = Text(json, "articleId") ?? Text(json, "ArticleId");
            if (file is not null && Text(json, "ContainerName") == StorageNames.ArticlesContainer) return new PoisonMessage(queue, id, since, null, file, null);
            if (article is not null) return new PoisonMessage(queue, id, since, article, null, null);
        }
        catch (JsonException)
        {
            // Not of this app: shown as it is.
        }

        return new PoisonMessage(queue, id, since, null, null, text.Length <= MaxTextLength ? text : text[..MaxTextLength]);
    }

    /// <summary>Hosts write messages in Base64 or as they are, by a setting of theirs.</summary>
    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The host makes a poison queue when it needs one: until then there are no messages.</summary>
    private static async Task<T[]> ExistingAsync<T>(Func<Task<Response<T[]>>> read)
    {
        try
        {
            return (await read()).Value;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return [];
        }
    }
}
