using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;
using NewsIngest.Telemetry;

namespace NewsIngest.Storage;

/// <summary>Second stage: from a parsed article to claims that can be queried.</summary>
public sealed class ArticleExtractor
{
    private readonly Func<Article, ArticleAnalysis> analyze;
    private readonly ManifestStore manifest;
    private readonly ArticleBlobs blobs;
    private readonly IndexWriter index;
    private readonly ArticleRemover remover;
    private readonly StorageOptions options;
    private readonly TimeProvider time;

    internal ArticleExtractor(
        Func<Article, ArticleAnalysis> analyze, ManifestStore manifest, ArticleBlobs blobs, IndexWriter index, ArticleRemover remover, StorageOptions options, TimeProvider time)
    {
        this.analyze = analyze;
        this.manifest = manifest;
        this.blobs = blobs;
        this.index = index;
        this.remover = remover;
        this.options = options;
        this.time = time;
    }

    /// <summary>
    /// Analyses one article and makes it queryable. Messages about a revision that was replaced meanwhile are skipped;
    /// running it again, twice at once, or after a crash at any point gives the same state.
    /// </summary>
    /// <exception cref="EvidenceException">The analysis holds something the text does not; this is recorded in the status.</exception>
    public async Task ExtractAsync(ArticleMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!ManifestKey.IsId(message.ArticleId)) throw new ArgumentException($"\"{message.ArticleId}\" is not the id of an article", nameof(message));
        using var stage = Stage.Receive("extract", message.ArticleId, message.TraceParent);
        try
        {
            await StorageConflict.StartOverAsync(_ => TryAsync(message, cancellationToken), options.MaxAttempts, time, cancellationToken);
        }
        catch (Exception exception)
        {
            stage.Fail(exception);
            throw;
        }
    }

    private async Task<bool> TryAsync(ArticleMessage message, CancellationToken cancellationToken)
    {
        var row = await manifest.ArticleAsync(message.ArticleId, cancellationToken);
        if (message.Revision == ArticleDeleter.DeleteRevision)
        {
            await FinishDeletionAsync(message.ArticleId, row, cancellationToken);
            return true;
        }

        if (row?.State == ItemState.Deleted) await remover.FinishAsync(row.Id, cancellationToken);
        if (row is null || row.State == ItemState.Deleted || row.Revision != message.Revision) return true;
        var generation = $"{row.Revision}.{manifest.Version}";
        if (row.Generation == generation && ItemState.IsFinished(row.State)) return true;

        var article = await blobs.Parsed.ReadAsync(row.Id, cancellationToken);
        if (article?.Revision != row.Revision) throw new SupersededException($"parsed article {row.Id}");
        ArticleAnalysis analysis;
        try
        {
            using (Stage.Begin("analyze")) analysis = analyze(article);
            EvidenceLock.Check(article, analysis);
            var rows = IndexRows.Of(article, analysis, generation);
            await StoreAsync(row, article, analysis, rows, generation, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SupersededException) && !StorageOutage.IsOfStorage(e))
        {
            await FailAsync(row, generation, e, cancellationToken);
            throw;
        }

        return true;
    }

    private async Task StoreAsync(
        ArticleRow row, Article article, ArticleAnalysis analysis, IReadOnlyList<IndexRow> rows, string generation, CancellationToken cancellationToken)
    {
        using (Stage.Begin("index")) await index.WriteAsync(row.Id, generation, rows, isNew: row.Generation.Length == 0, IsCurrentAsync, cancellationToken);
        // After the rows: an article that shows its claims is one whose claims are found.
        var etag = await blobs.Analyses.WriteAsync(row.Id, StoredAnalysis.Of(article, analysis), row.AnalysisETag, IsCurrentAsync, cancellationToken);
        if (row.State == ItemState.Failed) await manifest.UnlistFailureAsync(row.Id, cancellationToken);
        var finished = row with
        {
            State = analysis.NotExtracted is null ? ItemState.Done : ItemState.NotExtracted,
            Reason = analysis.NotExtracted,
            Time = time.GetUtcNow(),
            Generation = generation,
            Version = manifest.Version,
            AnalysisETag = etag,
        };
        await manifest.FinishAsync(finished, IsOnlyArticle(row), cancellationToken);
        NewsTelemetry.CountArticles(finished.State);
        NewsTelemetry.CountClaims(analysis.Claims.Count);

        async Task<bool> IsCurrentAsync() => (await manifest.ArticleAsync(row.Id, cancellationToken))?.Row == row.Row;
    }

    /// <summary>Records why an article could not be extracted; what an earlier revision had is taken out.</summary>
    private async Task FailAsync(ArticleRow row, string generation, Exception failure, CancellationToken cancellationToken)
    {
        var reason = ManifestStore.Reason($"{failure.GetType().Name}: {failure.Message}");
        var failed = row with { State = ItemState.Failed, Reason = reason, Time = time.GetUtcNow(), Generation = "", AnalysisETag = "" };
        await manifest.FinishAsync(failed, IsOnlyArticle(row), cancellationToken);
        NewsTelemetry.CountArticles(failed.State);
        await manifest.ListFailureAsync(row.Id, row.Blob, reason, failed.Time, cancellationToken);
        await index.WriteAsync(row.Id, $"{generation}.failed", [], isNew: false, IsFailedAsync, cancellationToken);
        await blobs.Analyses.DeleteAsync(row.Id, IsFailedAsync, cancellationToken);

        async Task<bool> IsFailedAsync() => await manifest.ArticleAsync(row.Id, cancellationToken) is { State: ItemState.Failed } now && now.Revision == row.Revision;
    }

    private async Task FinishDeletionAsync(string id, ArticleRow? row, CancellationToken cancellationToken)
    {
        if (await manifest.FileAsync(id, cancellationToken) is { State: ItemState.Deleted } file) await remover.FinishFileAsync(file, cancellationToken);
        else if (row?.State == ItemState.Deleted) await remover.FinishAsync(id, cancellationToken);
    }

    /// <summary>A file of one article has the id of that article.</summary>
    private static bool IsOnlyArticle(ArticleRow row) => ArticleId.From(StorageNames.ArticlesContainer, row.Blob) == row.Id;
}
