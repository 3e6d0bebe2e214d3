using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Serialization;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>How many articles were asked for again; <paramref name="Next"/> is the cursor to go on with, null when all were seen.</summary>
public sealed record ReprocessResult(int Queued, string? Next);

/// <summary>Asks for the extraction of articles that are stored already: after an upgrade, or when one failed.</summary>
public sealed class ArticleReprocessor
{
    /// <summary>The most articles that one call asks for; each takes a message.</summary>
    public const int MaxArticles = 1000;

    private const int MessagesAtOnce = 16;
    private readonly StorageClients clients;
    private readonly ManifestStore manifest;
    private readonly ArticleIngestor ingestor;
    private readonly StorageOptions options;
    private readonly TimeProvider time;

    internal ArticleReprocessor(StorageClients clients, ManifestStore manifest, ArticleIngestor ingestor, StorageOptions options, TimeProvider time)
    {
        this.clients = clients;
        this.manifest = manifest;
        this.ingestor = ingestor;
        this.options = options;
        this.time = time;
    }

    /// <summary>The version that extractions have now.</summary>
    public static string CurrentVersion => ExtractionVersion.Current.Text;

    /// <summary>Whether <see cref="ReprocessOlderAsync"/> understands it: whole numbers with dots between.</summary>
    public static bool IsVersion(string text) => ParseVersion(text) is not null;

    /// <summary>Asks for one article again, or for all of a file, whatever their state; a file that could not be read is read again at once.</summary>
    /// <returns>False when there is no such article or file.</returns>
    public Task<bool> ReprocessAsync(string articleId, CancellationToken cancellationToken = default)
    {
        if (!ManifestKey.IsId(articleId)) return Task.FromResult(false);
        return StorageConflict.StartOverAsync(_ => TryReprocessAsync(articleId, cancellationToken), options.MaxAttempts, time, cancellationToken);
    }

    /// <summary>Asks for articles whose extraction is of an older version than <paramref name="version"/> or never ended, a bounded number at a time.</summary>
    /// <param name="version">As <see cref="CurrentVersion"/> writes it.</param>
    /// <param name="after">The cursor of an earlier call, null to begin.</param>
    /// <param name="limit">The most articles to ask for, 1 to <see cref="MaxArticles"/>.</param>
    /// <param name="cancellationToken">Stops between messages.</param>
    /// <exception cref="ArgumentException">The version or the cursor is not understood.</exception>
    public async Task<ReprocessResult> ReprocessOlderAsync(string version, string? after, int limit = MaxArticles, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, MaxArticles));
        var wanted = ParseVersion(version) ?? throw new ArgumentException("not a version", nameof(version));
        if (after is not null && !ManifestKey.IsId(after)) throw new ArgumentException("not a cursor", nameof(after));
        var found = new List<ArticleMessage>();
        string? last = after;
        var pages = 0;
        var more = false;
        await foreach (var page in manifest.ArticlePagesAsync(after, cancellationToken))
        {
            foreach (var row in page)
            {
                if (more = found.Count == limit) break;
                if (row.State != ItemState.Deleted && !(ItemState.IsFinished(row.State) && ParseVersion(row.Version) >= wanted)) found.Add(new ArticleMessage(row.Id, row.Revision));
                last = row.Id;
            }

            if (more || (more = ++pages == options.MaxStatusPages && page.Count > 0)) break;
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MessagesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(found, parallel, async (message, token) => await SendAsync(message, token));
        return new ReprocessResult(found.Count, more ? last : null);
    }

    internal async Task SendAsync(ArticleMessage message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, NewsIngestJson.Stored.ArticleMessage);
        await clients.Queue(StorageNames.ParsedQueue).SendMessageAsync(BinaryData.FromBytes(body), cancellationToken: cancellationToken);
    }

    /// <summary>Reads a file again and asks for what comes of it.</summary>
    /// <exception cref="ParseException">It still cannot be read.</exception>
    internal async Task IngestAsync(string blob, CancellationToken cancellationToken)
    {
        foreach (var message in await ingestor.IngestAsync(blob, cancellationToken)) await SendAsync(message, cancellationToken);
    }

    private async Task<bool> TryReprocessAsync(string id, CancellationToken cancellationToken)
    {
        if (await manifest.ArticleAsync(id, cancellationToken) is { State: not ItemState.Deleted } row)
        {
            // Without this the message would be taken for one that came twice.
            if (ItemState.IsFinished(row.State))
            {
                var pending = row with { State = ItemState.Pending, Reason = null, Version = "", Time = time.GetUtcNow() };
                await manifest.FinishAsync(pending, ArticleId.From(StorageNames.ArticlesContainer, row.Blob) == row.Id, cancellationToken);
            }

            await SendAsync(new ArticleMessage(id, row.Revision), cancellationToken);
            return true;
        }

        if (await manifest.FileAsync(id, cancellationToken) is not { State: not ItemState.Deleted } file) return false;
        if (file.State != ItemState.Failed)
        {
            foreach (var article in file.Articles.Where(article => article != id)) await TryReprocessAsync(article, cancellationToken);
            return file.Articles.Count > 0;
        }

        try
        {
            await IngestAsync(file.Blob, cancellationToken);
        }
        catch (ParseException)
        {
            // Its reason is in the status again.
        }

        return true;
    }

    private static Version? ParseVersion(string text) => Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0", out var version) ? version : null;
}
