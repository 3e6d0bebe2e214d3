using System.Globalization;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Storage.Blobs;
using NewsIngest.Storage.Manifest;
using NewsIngest.Telemetry;

namespace NewsIngest.Storage;

/// <summary>First stage: from a dropped file to parsed articles and the messages that ask for their extraction.</summary>
public sealed class ArticleIngestor
{
    private readonly SourceBlobs sources;
    private readonly Func<SourceFile, IReadOnlyList<Article>> parse;
    private readonly ManifestStore manifest;
    private readonly ParsedArticles parsed;
    private readonly ArticleRemover remover;
    private readonly StorageOptions options;
    private readonly TimeProvider time;

    internal ArticleIngestor(
        SourceBlobs sources,
        Func<SourceFile, IReadOnlyList<Article>> parse,
        ManifestStore manifest,
        ParsedArticles parsed,
        ArticleRemover remover,
        StorageOptions options,
        TimeProvider time)
    {
        this.sources = sources;
        this.parse = parse;
        this.manifest = manifest;
        this.parsed = parsed;
        this.remover = remover;
        this.options = options;
        this.time = time;
    }

    /// <summary>
    /// Reads, parses and records one file of the articles container. Running it again, twice at once, or after a crash at any point gives the same state.
    /// </summary>
    /// <returns>The articles that still wait for extraction; empty when nothing is left to do.</returns>
    /// <exception cref="ParseException">The file cannot be read as an article; this is recorded in the status.</exception>
    public async Task<IReadOnlyList<ArticleMessage>> IngestAsync(string blobName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobName);
        var written = new HashSet<string>(StringComparer.Ordinal);
        using var stage = Stage.Receive("ingest", ArticleId.From(StorageNames.ArticlesContainer, blobName));
        try
        {
            var messages = await StorageOutage.RideOutAsync(() => StorageConflict.StartOverAsync(Attempt, options.MaxAttempts, time, cancellationToken), options.OutagePatience, time, cancellationToken);
            NewsTelemetry.CountArticles("parsed", messages.Count);
            return stage.TraceParent is { } trace ? [.. messages.Select(message => message with { TraceParent = trace })] : messages;
        }
        catch (Exception exception)
        {
            if (exception is ParseException) NewsTelemetry.CountArticles(ItemState.Failed);
            stage.Fail(exception);
            throw;
        }

        async Task<IReadOnlyList<ArticleMessage>> Attempt(int number)
        {
            var again = number > 0 || written.Count > 0;
            var messages = await TryIngestAsync(blobName, written, again, cancellationToken);
            if (again) await FinishOvertakenAsync(written, cancellationToken);
            return messages;
        }
    }

    private async Task<IReadOnlyList<ArticleMessage>> TryIngestAsync(string blob, HashSet<string> written, bool again, CancellationToken cancellationToken)
    {
        var id = ArticleId.From(StorageNames.ArticlesContainer, blob);
        var file = await manifest.FileAsync(id, cancellationToken);
        if (BlobNames.Problem(blob) is { } problem) return await FailAsync(file, id, blob, "", "", new ParseException(blob, problem), again, cancellationToken);
        // A file that failed is read again: a newer version may understand it.
        var known = file is null || file.State == ItemState.Failed || file.Incomplete ? null : file.SourceETag;
        switch (await sources.ReadAsync(blob, known, options.MaxFileBytes, cancellationToken))
        {
            case SourceRead.Unchanged when file!.State == ItemState.Deleted:
            case SourceRead.Missing when file?.State == ItemState.Deleted:
                await remover.FinishFileAsync(file, cancellationToken);
                return [];
            case SourceRead.Missing:
                return [];
            case SourceRead.Unchanged:
                return await RemainingAsync(file!, cancellationToken);
            case SourceRead.TooLarge large:
                var reason = string.Create(
                    CultureInfo.InvariantCulture,
                    $"the file has {large.Length} bytes; the limit is {options.MaxFileBytes} (setting {StorageOptions.Section}:{nameof(StorageOptions.MaxFileBytes)})");
                return await FailAsync(file, id, blob, large.ETag, "", new ParseException(blob, reason), again, cancellationToken);
            case SourceRead.Content content:
                return await StoreAsync(file, id, blob, content, written, again, cancellationToken);
            default:
                throw new InvalidOperationException("unknown result of reading a file");
        }
    }

    private async Task<IReadOnlyList<ArticleMessage>> StoreAsync(
        FileRow? file, string id, string blob, SourceRead.Content content, HashSet<string> written, bool again, CancellationToken cancellationToken)
    {
        var hash = ArticleId.ContentHash(content.Bytes);
        IReadOnlyList<Article> articles;
        try
        {
            IReadOnlyList<Article> found;
            using (Stage.Begin("parse")) found = parse(new SourceFile(StorageNames.ArticlesContainer, blob, content.Bytes, content.ETag, content.ContentType));
            articles = [.. found.DistinctBy(article => article.Id, StringComparer.Ordinal)];
            if (articles.Count == 0) throw new ParseException(blob, "the file holds no article");
            if (articles.Count > IdList.MaxIds) throw new ParseException(blob, $"the file holds {articles.Count} articles; at most {IdList.MaxIds} are possible");
        }
        catch (Exception e) when (e is not (OperationCanceledException or ReadersBusyException))
        {
            return await FailAsync(file, id, blob, content.ETag, hash, e, again, cancellationToken);
        }

        var isNew = file is null && !again;
        var ids = articles.Select(article => article.Id).ToList();
        var next = new FileRow
        {
            Id = id,
            Blob = blob,
            SourceETag = content.ETag,
            ContentHash = hash,
            State = ItemState.Pending,
            Time = time.GetUtcNow(),
            Articles = ids,
            Stale = StaleOf(file, ids),
            Row = file?.Row ?? default,
        };
        if (file?.State == ItemState.Failed) await manifest.UnlistFailureAsync(id, cancellationToken);
        if (!(ids.Count == 1 && ids[0] == id)) next = await ClaimAsync(file, next, cancellationToken);
        written.UnionWith(ids);
        var rows = await parsed.WriteAsync(articles, isNew, () => IsCurrentAsync(next.Row, id, blob, content.ETag, cancellationToken), cancellationToken);
        if (rows.Count == 1) next = next with { State = rows[0].State, Reason = rows[0].Reason, Version = rows[0].Version };
        await manifest.WriteAsync(rows, next, cancellationToken);
        if (next.Stale.Count > 0) await RemoveStaleAsync(id, cancellationToken);
        return Messages(rows);
    }

    /// <summary>
    /// Writes which articles a file is going to have, before any of them: their rows need several transactions, and an instance with another version of the file
    /// that comes in between knows by this what it has to take out. Instances at work on the same version share it.
    /// </summary>
    private async Task<FileRow> ClaimAsync(FileRow? file, FileRow next, CancellationToken cancellationToken)
    {
        if (file is { Incomplete: true } && file.SourceETag == next.SourceETag && file.Articles.SequenceEqual(next.Articles, StringComparer.Ordinal)) return next;
        // The row of an article that was the only one goes with that of its file: an extraction at work fails on it.
        List<ArticleRow> own = [];
        if (next.Stale.Contains(next.Id) && await manifest.ArticleAsync(next.Id, cancellationToken) is { State: not ItemState.Deleted } row) own.Add(remover.Tombstone(row));
        return next with { Row = await manifest.WriteAsync(own, next with { Incomplete = true }, cancellationToken) };
    }

    /// <summary>Takes out what this instance may have written late, after another had taken it out.</summary>
    private async Task FinishOvertakenAsync(IEnumerable<string> written, CancellationToken cancellationToken)
    {
        foreach (var article in written)
        {
            if (await manifest.ArticleAsync(article, cancellationToken) is { State: ItemState.Deleted }) await remover.FinishAsync(article, cancellationToken);
        }
    }

    /// <summary>Records that the file cannot be read, takes out what an earlier version of it had, and throws <paramref name="failure"/>.</summary>
    private async Task<IReadOnlyList<ArticleMessage>> FailAsync(
        FileRow? file, string id, string blob, string etag, string hash, Exception failure, bool again, CancellationToken cancellationToken)
    {
        var reason = ManifestStore.Reason(failure is ParseException refused ? refused.Reason : $"the file could not be read: {failure.GetType().Name}: {failure.Message}");
        var failed = new FileRow
        {
            Id = id,
            Blob = blob,
            SourceETag = etag,
            ContentHash = hash,
            State = ItemState.Failed,
            Reason = reason,
            Time = time.GetUtcNow(),
            Stale = StaleOf(file, []),
            Row = file?.Row ?? default,
        };
        List<ArticleRow> own = [];
        if ((again || failed.Stale.Contains(id)) && await manifest.ArticleAsync(id, cancellationToken) is { } row) own.Add(remover.Tombstone(row));
        await manifest.WriteAsync(own, failed, cancellationToken);
        await manifest.ListFailureAsync(id, blob, reason, failed.Time, cancellationToken);
        if (failed.Stale.Count > 0) await RemoveStaleAsync(id, cancellationToken);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return [];
    }

    /// <summary>What is left to do for a file that was recorded before.</summary>
    private async Task<IReadOnlyList<ArticleMessage>> RemainingAsync(FileRow file, CancellationToken cancellationToken)
    {
        if (file.Stale.Count > 0) await RemoveStaleAsync(file.Id, cancellationToken);
        if (ItemState.IsFinished(file.State) && file.Version == manifest.Version) return [];
        var rows = new List<ArticleRow>();
        foreach (var id in file.Articles)
        {
            if (await manifest.ArticleAsync(id, cancellationToken) is { } row) rows.Add(row);
        }

        return Messages(rows);
    }

    private async Task RemoveStaleAsync(string fileId, CancellationToken cancellationToken)
    {
        if (await manifest.FileAsync(fileId, cancellationToken) is not { } file) return;
        foreach (var article in file.Stale)
            await remover.RemoveAsync(article, file.Blob, async _ => (await manifest.FileAsync(fileId, cancellationToken))?.Stale.Contains(article) == true, cancellationToken);
        await manifest.WriteAsync(file with { Stale = [] }, cancellationToken);
    }

    private async Task<bool> IsCurrentAsync(Azure.ETag row, string id, string blob, string etag, CancellationToken cancellationToken) =>
        await sources.ETagAsync(blob, cancellationToken) == etag && ((await manifest.FileAsync(id, cancellationToken))?.Row ?? default) == row;

    private static List<string> StaleOf(FileRow? file, List<string> articles)
    {
        if (file is null) return [];
        var kept = articles.ToHashSet(StringComparer.Ordinal);
        return [.. file.Articles.Concat(file.Stale).Distinct(StringComparer.Ordinal).Where(old => !kept.Contains(old))];
    }

    private IReadOnlyList<ArticleMessage> Messages(IEnumerable<ArticleRow> rows) =>
    [
        .. rows.Where(row => row.State != ItemState.Deleted && !(ItemState.IsFinished(row.State) && row.Version == manifest.Version))
            .Select(row => new ArticleMessage(row.Id, row.Revision)),
    ];
}
