using NewsIngest.Analysis;
using NewsIngest.Query;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>
/// Tells what became of the dropped files. Failures are listed apart; the other files are counted up to a bound, and where they are many a count
/// serves all who ask within half a minute.
/// </summary>
internal sealed class StatusReader(StorageClients clients, ManifestStore manifest, StorageOptions options, TimeProvider time)
{
    /// <summary>The most files of one state that are listed.</summary>
    private const int MaxListed = 200;

    /// <summary>Rows of articles of one file that are read side by side.</summary>
    private const int ReadsAtOnce = 16;

    private static readonly TimeSpan LargeKept = TimeSpan.FromSeconds(30);

    private Counted? counted;

    public async Task<StatusReport> ReadAsync(CancellationToken cancellationToken)
    {
        var depths = (
            Queue: clients.DepthAsync(StorageNames.ParsedQueue, cancellationToken),
            Poison: clients.DepthAsync(StorageNames.ParsedPoisonQueue, cancellationToken),
            DeletedPoison: clients.DepthAsync(StorageNames.DeletedPoisonQueue, cancellationToken),
            BlobPoison: clients.DepthAsync(StorageNames.BlobPoisonQueue, cancellationToken));
        var failed = FailuresAsync(cancellationToken);
        var scan = await ScanAsync(cancellationToken);
        var states = scan.Files.Select(file => (File: file, State: FileScan.StateOf(file.State, file.Articles, scan.Articles))).ToList();
        return new StatusReport
        {
            Files = states.GroupBy(pair => pair.State, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count()),
            Complete = scan.Complete,
            Failed = await failed,
            Pending = Listed(ItemState.Pending),
            NotExtracted = Listed(ItemState.NotExtracted),
            QueueDepth = await depths.Queue,
            PoisonDepth = await depths.Poison + await depths.DeletedPoison,
            BlobPoisonDepth = await depths.BlobPoison,
            LagSeconds = Lag(states.Where(pair => pair.State == ItemState.Pending).Select(pair => pair.File.Time)),
            ExtractorVersion = ArticleAnalyzer.Version,
            Version = manifest.Version,
            Versions = scan.Files
                .Where(file => ItemState.IsFinished(file.State) && file.Version.Length > 0)
                .GroupBy(file => file.Version, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        };

        IReadOnlyList<FileStatus> Listed(string state) =>
        [
            .. states.Where(pair => pair.State == state)
                .OrderByDescending(pair => pair.File.Time)
                .ThenBy(pair => pair.File.Blob, StringComparer.Ordinal)
                .Take(MaxListed)
                .Select(pair => new FileStatus(pair.File.Blob, state, pair.File.Reason, pair.File.Time, pair.File.Articles)),
        ];
    }

    public async Task<FileStatus?> FileOfIdAsync(string id, CancellationToken cancellationToken)
    {
        if (!ManifestKey.IsId(id) || await manifest.FileAsync(id, cancellationToken) is not { } file) return null;
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file.State == ItemState.Pending && file.Articles.Count > 1)
        {
            foreach (var some in file.Articles.Chunk(ReadsAtOnce))
            {
                foreach (var article in await Task.WhenAll(some.Select(each => manifest.ArticleAsync(each, cancellationToken)))) states[article?.Id ?? ""] = article?.State ?? ItemState.Pending;
                // What comes after changes nothing: the file is not through.
                if (states.ContainsValue(ItemState.Pending)) break;
            }
        }

        return new FileStatus(file.Blob, FileScan.StateOf(file.State, file.Articles, states), file.Reason, file.Time, file.Articles, file.SourceETag, file.ContentHash.Length > 0 ? file.ContentHash : null);
    }

    private async Task<FileScan> ScanAsync(CancellationToken cancellationToken)
    {
        if (counted is { } recent && time.GetUtcNow() < recent.Until) return recent.Scan;
        var scan = await FileScan.ReadAsync(manifest, options.MaxStatusPages, cancellationToken);
        counted = scan.Large ? new Counted(scan, time.GetUtcNow() + LargeKept) : null;
        return scan;
    }

    private async Task<IReadOnlyList<FileStatus>> FailuresAsync(CancellationToken cancellationToken)
    {
        var failures = new List<FileStatus>();
        await foreach (var page in manifest.FailurePagesAsync(cancellationToken))
        {
            failures.AddRange(page.Values.Select(entity => new FileStatus(
                entity.GetString("blob"), ItemState.Failed, entity.GetString("reason"), entity.GetDateTimeOffset("time") ?? default, [entity.RowKey])));
            if (page.ContinuationToken is not null) break;
        }

        return [.. failures.OrderByDescending(failure => failure.Time).ThenBy(failure => failure.File, StringComparer.Ordinal)];
    }

    /// <summary>How long the file that waits longest has waited, in whole seconds.</summary>
    private long Lag(IEnumerable<DateTimeOffset> since) => Math.Max(0, (long)since.Select(start => (time.GetUtcNow() - start).TotalSeconds).DefaultIfEmpty(0).Max());

    private sealed record Counted(FileScan Scan, DateTimeOffset Until);
}
