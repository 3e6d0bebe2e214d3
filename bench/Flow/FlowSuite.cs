using NewsIngest.Bench.Faults;
using NewsIngest.Bench.Generation;
using NewsIngest.Bench.Speed;
using NewsIngest.Bench.Storage;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Flow;

/// <summary>What to measure.</summary>
internal sealed record FlowOptions(int Files, int Rounds, int Idle, int Flood, int Seed);

/// <summary>Runs the pipeline and, in turn, its storage calls alone, each time on a fresh emulator that has done the same to warm up.</summary>
internal sealed class FlowSuite(FlowOptions options, TimeProvider time, Action<string> report)
{
    private const int WarmUpFiles = 60;

    /// <summary>Chains of calls that are under way at once; the best of these is the floor.</summary>
    private static readonly int[] AtOnce = [8, 16, 32];

    private readonly IReadOnlyList<GeneratedFile> warmUp = [.. Enumerable.Range(0, WarmUpFiles).Select(new VariedNews(options.Seed + 1000).File).Select(file => file with { Name = "warm/" + file.Name })];
    private readonly IReadOnlyList<GeneratedFile> files = [.. Enumerable.Range(0, options.Files).Select(new VariedNews(options.Seed).File)];

    /// <exception cref="SetupException">The emulator cannot be installed or started.</exception>
    public async Task<FlowResult> RunAsync(CancellationToken cancellationToken)
    {
        var installation = await new AzuriteInstaller(ProjectLayout.Find(), report).InstallAsync(cancellationToken);
        var (chains, articles) = await RecordAsync(installation, cancellationToken);
        List<double> live = [], floor = [], hostMs = [], storageMs = [], floorMs = [];
        var (refused, differences) = (0, 0);
        StorageState? first = null;
        for (var round = 0; round < options.Rounds; round++)
        {
            var (seconds, host, storage, state) = await LiveAsync(installation, round, cancellationToken);
            live.Add(articles / seconds);
            hostMs.Add(host.TotalMilliseconds / articles);
            storageMs.Add(storage.TotalMilliseconds / articles);
            first ??= state;
            differences += StorageState.Differences(first.WithoutOverwritten(), state.WithoutOverwritten()).Count;
            var (best, leastMs) = (double.MaxValue, double.MaxValue);
            foreach (var atOnce in AtOnce)
            {
                var (alone, processor, lost) = await AloneAsync(installation, chains, atOnce, cancellationToken);
                best = Math.Min(best, alone);
                leastMs = Math.Min(leastMs, processor.TotalMilliseconds / articles);
                refused += lost;
            }

            floor.Add(articles / best);
            floorMs.Add(leastMs);
            report(FormattableString.Invariant($"round {round + 1}: {live[^1]:0.0} articles/s, floor {floor[^1]:0.0}"));
        }

        return new FlowResult
        {
            Commit = Runs.Commit.Describe(),
            Files = files.Count,
            Articles = articles,
            ArticlesPerSecond = new Spread(live),
            FloorArticlesPerSecond = new Spread(floor),
            OfFloor = new Spread([.. live.Zip(floor, (a, b) => a / b)]),
            HostMs = new Spread(hostMs),
            StorageMs = new Spread(storageMs),
            FloorMs = new Spread(floorMs),
            FloorRefused = refused,
            Differences = differences,
            IdleSeconds = new Spread(await new IdleDrops(installation, time).RunAsync(options.Idle, cancellationToken)),
            Flood = options.Flood > 0 ? await new FloodRun(installation, time, report).RunAsync(options.Flood, cancellationToken) : null,
        };
    }

    private async Task<(IReadOnlyList<CallChain> Chains, int Articles)> RecordAsync(AzuriteInstallation installation, CancellationToken cancellationToken)
    {
        report($"recording the calls for {files.Count} files");
        await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        await using var proxy = await RecordingProxy.StartAsync(azurite, AzuriteAccount.Default, time, keepsAnswers: true, cancellationToken);
        await using var room = await Newsroom.OpenAsync(proxy.ConnectionString, azurite.ConnectionString(AzuriteAccount.Default), cancellationToken);
        await room.DropAsync(warmUp, cancellationToken);
        await room.WaitAsync(warmUp.Count, null, cancellationToken);
        await room.DropAsync(files, cancellationToken);
        await room.WaitAsync(warmUp.Count + files.Count, null, cancellationToken);
        var ended = await room.FilesAsync(warmUp.Concat(files).Select(file => file.Name), cancellationToken);
        return (CallChain.Of(ended, new CallOwners(ended).Assign(proxy.Calls)), ended.Skip(warmUp.Count).Sum(file => file.Articles.Count));
    }

    private async Task<(double Seconds, TimeSpan Host, TimeSpan Storage, StorageState State)> LiveAsync(AzuriteInstallation installation, int round, CancellationToken cancellationToken)
    {
        await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        var connection = azurite.ConnectionString(AzuriteAccount.Default);
        await using var room = await Newsroom.OpenAsync(connection, connection, cancellationToken);
        await room.DropAsync(warmUp, cancellationToken);
        await room.WaitAsync(warmUp.Count, null, cancellationToken);
        var shuffled = files.ToArray();
        new Random(round).Shuffle(shuffled);
        var (host, storage, started) = (room.Host.ProcessorTime, azurite.ProcessorTime, time.GetTimestamp());
        await room.DropAsync(shuffled, cancellationToken);
        await room.WaitAsync(warmUp.Count + files.Count, null, cancellationToken);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        return (seconds, room.Host.ProcessorTime - host, azurite.ProcessorTime - storage, await StorageState.ReadAsync(connection));
    }

    private async Task<(double Seconds, TimeSpan Processor, int Refused)> AloneAsync(AzuriteInstallation installation, IReadOnlyList<CallChain> chains, int atOnce, CancellationToken cancellationToken)
    {
        await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        await EmptyAccount.CreateAsync(azurite.ConnectionString(AzuriteAccount.Default), cancellationToken);
        using var replay = new CallReplay(azurite, AzuriteAccount.Default, chains.SelectMany(chain => chain.Steps).SelectMany(step => step), time);
        var warm = warmUp.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        await replay.RunAsync(chains.Where(chain => warm.Contains(chain.File)), atOnce, cancellationToken);
        var (processor, started) = (azurite.ProcessorTime, time.GetTimestamp());
        await replay.RunAsync(chains.Where(chain => !warm.Contains(chain.File)), atOnce, cancellationToken);
        return (time.GetElapsedTime(started).TotalSeconds, azurite.ProcessorTime - processor, replay.Refused);
    }
}
