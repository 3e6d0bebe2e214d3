using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage;

/// <summary>The files of the manifest and their states as one reading found them; <paramref name="Complete"/> tells whether it saw them all.</summary>
internal sealed record FileScan(IReadOnlyList<FileState> Files, IReadOnlyDictionary<string, string> Articles, bool Complete, bool Large)
{
    private static readonly string[] LeastFinished = [ItemState.Failed, ItemState.Pending, ItemState.NotExtracted, ItemState.Done];

    /// <summary>Reads up to <paramref name="maxPages"/> pages of 1,000 rows: one call where all rows fit, else as many pages of each partition, side by side.</summary>
    public static async Task<FileScan> ReadAsync(ManifestStore manifest, int maxPages, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(manifest, null, 1, cancellationToken);
        if (all.Complete) return all;
        var parts = await Task.WhenAll(ManifestKey.Partitions.Select(partition => ReadAsync(manifest, partition, maxPages, cancellationToken)));
        return new FileScan(
            [.. parts.SelectMany(part => part.Files)],
            parts.SelectMany(part => part.Articles).ToDictionary(StringComparer.Ordinal),
            parts.All(part => part.Complete),
            Large: true);
    }

    /// <summary>A file of many articles is in the state of the least finished of them.</summary>
    public static string StateOf(string state, IReadOnlyList<string> ids, IReadOnlyDictionary<string, string> articles)
    {
        if (state != ItemState.Pending || ids.Count <= 1) return state;
        var states = ids.Select(id => articles.GetValueOrDefault(id, ItemState.Pending)).ToHashSet(StringComparer.Ordinal);
        return LeastFinished.FirstOrDefault(states.Contains) ?? ItemState.Done;
    }

    private static async Task<FileScan> ReadAsync(ManifestStore manifest, string? partition, int maxPages, CancellationToken cancellationToken)
    {
        var files = new List<FileState>();
        var articles = new Dictionary<string, string>(StringComparer.Ordinal);
        var pages = 0;
        await foreach (var page in manifest.StatePagesAsync(partition, cancellationToken))
        {
            foreach (var entity in page.Values)
            {
                if (entity.RowKey.StartsWith("file~", StringComparison.Ordinal)) files.Add(FileState.From(entity));
                else if (entity.RowKey.StartsWith("article~", StringComparison.Ordinal)) articles[entity.RowKey["article~".Length..]] = entity.GetString("state");
            }

            if (++pages == maxPages && page.ContinuationToken is not null) return new FileScan(files, articles, false, false);
        }

        return new FileScan(files, articles, true, false);
    }
}
