using Azure;
using Azure.Data.Tables;
using NewsIngest.Parsing;
using NewsIngest.Query;

namespace NewsIngest.Storage;

/// <summary>Whether blobs, queues and tables answer, and files can be read. Anybody may ask, so what a look found serves all who ask within some seconds of its start.</summary>
public sealed class StorageHealth
{
    /// <summary>A row that is not there: to find that out, too, is an answer.</summary>
    private const string NoKey = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Longer than a look may take, so that there is one at a time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly StorageClients clients;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Look? last;

    internal StorageHealth(StorageClients clients, TimeProvider time)
    {
        this.clients = clients;
        this.time = time;
    }

    public Task<HealthReport> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (last is null || time.GetElapsedTime(last.Started) >= Kept) last = new Look(time.GetTimestamp(), LookAsync());
            return last.Report.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthReport> LookAsync()
    {
        using var limit = new CancellationTokenSource(Patience, time);
        var blobs = AnswersAsync(clients.Container(StorageNames.ArticlesContainer).ExistsAsync(limit.Token));
        var queues = AnswersAsync(clients.Queue(StorageNames.ParsedQueue).ExistsAsync(limit.Token));
        var tables = AnswersAsync(clients.Table(StorageNames.IndexTable).GetEntityIfExistsAsync<TableEntity>(NoKey, NoKey, cancellationToken: limit.Token));
        return new HealthReport(await blobs, await queues, await tables, ArticleParser.CanReadAll);
    }

    private static async Task<bool> AnswersAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Look(long Started, Task<HealthReport> Report);
}
