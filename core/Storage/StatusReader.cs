using NewsIngest.Analysis;
using NewsIngest.Query;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>Tells what became of the dropped files. Failures are listed apart and always complete; the other files are counted up to a bound.</summary>
internal sealed class StatusReader(StorageClients clients, ManifestStore manifest, StorageOptions options, TimeProvider time)
{
    /// <summary>The most files of one state that are listed.</summary>
    private const int MaxListed = 200;

    public async Task<StatusReport> ReadAsync(CancellationToken cancellationToken)
    {
        var depths = (
            Queue: clients.DepthAsync(StorageNames.ParsedQueue, cancellationToken),
            Poison: clients.DepthAsync(StorageNames.ParsedPoisonQueue, cancellationToken),
            BlobPoison: clients.DepthAsync(StorageNames.BlobPoisonQueue, cancellationToken));
        var failed = FailuresAsync(cancellationToken);
        var (files, articles, complete) = await FilesAsync(cancellationToken);
        var states = files.Select(file => (File: file, State: StateOf(file, articles))).ToList();
        return new StatusReport
        {
            Files = states.GroupBy(pair => pair.State, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count()),
            Complete = complete,
            Failed = await failed,
            Pending = Listed(ItemState.Pending),
            NotExtracted = Listed(ItemState.NotExtracted),
            QueueDepth = await depths.Queue,
            PoisonDepth = await depths.Poison,
            BlobPoisonDepth = await depths.BlobPoison,
            LagSeconds = Lag(states.Where(pair => pair.State == ItemState.Pending).Select(pair => pair.File.Time)),
            ExtractorVersion = ArticleAnalyzer.Version,
            Version = ManifestStore.Version,
            Versions = files
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
            foreach (var each in file.Articles)
            {
                if (await manifest.ArticleAsync(each, cancellationToken) is { } article) states[each] = article.State;
            }
        }

        return new FileStatus(file.Blob, StateOf(file, states), file.Reason, file.Time, file.Articles, file.SourceETag, file.ContentHash.Length > 0 ? file.ContentHash : null);
    }

    /// <summary>A file of many articles is in the state of the least finished of them.</summary>
    private static string StateOf(FileRow file, Dictionary<string, string> articles)
    {
        if (file.State != ItemState.Pending || file.Articles.Count <= 1) return file.State;
        var states = file.Articles.Select(id => articles.GetValueOrDefault(id, ItemState.Pending)).ToHashSet(StringComparer.Ordinal);
        string[] order = [ItemState.Failed, ItemState.Pending, ItemState.NotExtracted, ItemState.Done];
        return order.FirstOrDefault(states.Contains) ?? ItemState.Done;
    }

    private async Task<(List<FileRow> Files, Dictionary<string, string> Articles, bool Complete)> FilesAsync(CancellationToken cancellationToken)
    {
        var files = new List<FileRow>();
        var articles = new Dictionary<string, string>(StringComparer.Ordinal);
        var pages = 0;
        await foreach (var page in manifest.PagesAsync(cancellationToken))
        {
            foreach (var entity in page.Values)
            {
                if (entity.RowKey.StartsWith("file~", StringComparison.Ordinal)) files.Add(FileRow.From(entity));
                else if (entity.RowKey.StartsWith("article~", StringComparison.Ordinal)) articles[entity.RowKey["article~".Length..]] = entity.GetString("state");
            }

            if (++pages == options.MaxStatusPages && page.ContinuationToken is not null) return (files, articles, false);
        }

        return (files, articles, true);
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
}
