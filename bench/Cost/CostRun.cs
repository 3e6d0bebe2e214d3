using NewsIngest.Bench.Generation;
using NewsIngest.Bench.Storage;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Cost;

/// <summary>Ingests files through the development host on a storage emulator, with a proxy in between that records every call.</summary>
internal sealed class CostRun(IReadOnlyList<GeneratedFile> files, PriceList prices, TimeProvider time, Action<string> report)
{
    private const double Million = 1_000_000;
    private const double Gigabyte = 1e9;

    /// <summary>Ingests one file first, so that the start of the host is not counted as work on articles.</summary>
    private static readonly GeneratedFile First = new("first.txt", "A first file\n\nBy Nobody\n\nIt rained for most of the day, said Anna Aldous.\n"u8.ToArray());

    /// <exception cref="SetupException">The emulator cannot be installed or started.</exception>
    public async Task<CostResult> RunAsync(CancellationToken cancellationToken)
    {
        var installation = await new AzuriteInstaller(ProjectLayout.Find(), report).InstallAsync(cancellationToken);
        await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        await using var proxy = await RecordingProxy.StartAsync(azurite, AzuriteAccount.Default, time, keepsAnswers: true, cancellationToken);
        var direct = azurite.ConnectionString(AzuriteAccount.Default);
        await using var room = await Newsroom.OpenAsync(proxy.ConnectionString, direct, cancellationToken);
        await room.DropAsync([First], cancellationToken);
        await room.WaitAsync(1, null, cancellationToken);
        var before = room.Host.ProcessorTime;
        report($"dropping {files.Count} files");
        await room.DropAsync(files, cancellationToken);
        await room.WaitAsync(files.Count + 1, null, cancellationToken);
        var processor = room.Host.ProcessorTime - before;
        var ended = await room.FilesAsync(files.Select(file => file.Name), cancellationToken);
        var owned = new CallOwners(ended).Assign(proxy.Calls);
        var ledger = new CostLedger(ended, owned);
        var articles = ledger.PerArticle.Count;
        var counted = owned.Where(call => call.Purpose == CallPurpose.Article).ToList();
        var blobBytes = counted.Where(call => call.Kind == CallKind.BlobWrite).Sum(call => (double)call.Call.Body.Length) / articles;
        var rows = await TableUse.ReadAsync(direct, cancellationToken);
        var tableBytes = rows.Bytes / articles;
        return new CostResult
        {
            Commit = Runs.Commit.Describe(),
            Files = files.Count,
            Articles = articles,
            Failed = files.Count - ended.Count(file => file.State is "done" or "notExtracted"),
            CallsMedian = Math.Round(ledger.Quantile(0.5), 2),
            CallsP95 = Math.Round(ledger.Quantile(0.95), 2),
            CallsMost = Math.Round(ledger.Quantile(1), 2),
            CallsMade = Math.Round((double)counted.Count / articles, 2),
            CallsByKind = ledger.ByKind.OrderBy(kind => kind.Key).ToDictionary(kind => kind.Key.Name(), kind => Math.Round(kind.Value / articles, 2), StringComparer.Ordinal),
            OtherCalls = owned.Where(call => call.Purpose != CallPurpose.Article).CountBy(call => call.Purpose).ToDictionary(purpose => purpose.Key.ToString(), purpose => purpose.Value, StringComparer.Ordinal),
            ProcessorMs = Math.Round(processor.TotalMilliseconds / articles, 1),
            BlobBytes = Math.Round(blobBytes),
            TableBytes = Math.Round(tableBytes),
            IndexRows = Math.Round((double)rows.IndexRows / articles, 1),
            BusiestPartition = Math.Round(rows.BusiestPartition, 3),
            UsdByLine = Lines(ledger, articles, processor.TotalSeconds / articles, blobBytes, tableBytes),
            UsdPerMillionAlone = Math.Round(Lines(ledger, articles, ((double)files.Count / articles * prices.ShortestRunSeconds) + prices.ShortestRunSeconds, blobBytes, tableBytes).Values.Sum(), 2),
        };
    }

    /// <param name="ledger">The calls.</param>
    /// <param name="articles">How many articles.</param>
    /// <param name="seconds">For which an article keeps an instance busy.</param>
    /// <param name="blobBytes">Stored for an article.</param>
    /// <param name="tableBytes">Stored for an article.</param>
    private Dictionary<string, double> Lines(CostLedger ledger, int articles, double seconds, double blobBytes, double tableBytes)
    {
        var perArticle = (double)files.Count / articles;
        var lines = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["executions"] = (perArticle + 1) * prices.PerMillionExecutions,
            ["compute"] = seconds * prices.InstanceGigabytes * prices.PerGigabyteSecond * Million,
            ["blobCalls"] = Calls("blob"),
            ["queueCalls"] = Calls("queue"),
            ["tableCalls"] = Calls("table"),
            ["eventGrid"] = perArticle * prices.EventGridOperationsPerFile * prices.PerMillionEventGridOperations,
            ["blobBytesMonth"] = blobBytes / Gigabyte * Million * prices.PerGigabyteMonth["blob"],
            ["tableBytesMonth"] = tableBytes / Gigabyte * Million * prices.PerGigabyteMonth["table"],
        };
        return lines.ToDictionary(line => line.Key, line => Math.Round(line.Value, 2), StringComparer.Ordinal);

        double Calls(string service) => ledger.ByKind.Where(kind => kind.Key.Name().StartsWith(service, StringComparison.Ordinal)).Sum(kind => kind.Value / articles * prices.Of(kind.Key) * Million);
    }
}
