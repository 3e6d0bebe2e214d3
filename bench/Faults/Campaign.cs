using System.Globalization;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Faults;

/// <summary>How to run a campaign.</summary>
internal sealed record CampaignOptions(int Seed, int Articles, int Kills, int Restarts, int Hosts)
{
    /// <summary>How often the storage takes calls for some seconds and answers none.</summary>
    public int Hangs { get; init; } = 5;

    /// <summary>How late an event may come.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(12);
}

/// <summary>What a campaign did and found.</summary>
internal sealed record CampaignResult
{
    public required int Seed { get; init; }

    public required int Articles { get; init; }

    public required int Files { get; init; }

    public required int Overwritten { get; init; }

    public required int Deleted { get; init; }

    public required int Hosts { get; init; }

    public required int Kills { get; init; }

    public required int Restarts { get; init; }

    public required int Hangs { get; init; }

    /// <summary>Events of files; a calm run has one for each drop.</summary>
    public required int Deliveries { get; init; }

    /// <summary>Messages between the stages that were delivered once more.</summary>
    public required int Copies { get; init; }

    /// <summary>Messages that had failed too often and were tried again by the API.</summary>
    public required int PoisonRetried { get; init; }

    /// <summary>Rows and blobs that were compared.</summary>
    public required int Compared { get; init; }

    public required int Differences { get; init; }

    public required double Seconds { get; init; }
}

/// <summary>
/// Runs the same plan twice: on a storage that goes away, with hosts that are killed and events that come late, often and in any order, and calmly on another.
/// Afterwards both must hold the same rows and blobs.
/// </summary>
internal sealed class Campaign(CampaignOptions options, TimeProvider time, Action<string> report)
{
    private readonly CampaignPlan plan = CampaignPlan.Create(options.Seed, options.Articles);

    /// <returns>The figures, and each difference as text.</returns>
    /// <exception cref="SetupException">The emulator cannot be installed, or did not save.</exception>
    public async Task<(CampaignResult Result, IReadOnlyList<string> Differences)> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var installation = await new AzuriteInstaller(ProjectLayout.Find(), report).InstallAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("newsingest-faults-").FullName;
        try
        {
            await using var storage = await RestartableStorage.StartAsync(installation, folder, cancellationToken);
            await using var calmAzurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
            var calmConnection = calmAzurite.ConnectionString(AzuriteAccount.Default);
            var calm = new CalmRun(calmConnection, plan).RunAsync(cancellationToken);
            using var chaos = new ChaosRun(storage, plan, options, report);
            await chaos.RunAsync(cancellationToken);
            await calm;
            report("comparing");
            var expected = await StorageState.ReadAsync(calmConnection);
            var actual = await StorageState.ReadAsync(storage.ConnectionString);
            var differences = StorageState.Differences(expected.WithoutOverwritten(), actual.WithoutOverwritten());
            var result = new CampaignResult
            {
                Seed = options.Seed,
                Articles = plan.Articles,
                Files = plan.Files,
                Overwritten = plan.Overwritten,
                Deleted = plan.Deleted,
                Hosts = options.Hosts,
                Kills = chaos.Kills,
                Restarts = chaos.Restarts,
                Hangs = chaos.Hangs,
                Deliveries = chaos.Deliveries,
                Copies = chaos.Copies,
                PoisonRetried = chaos.PoisonRetried,
                Compared = expected.WithoutOverwritten().Count,
                Differences = differences.Count,
                Seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 1),
            };
            report(string.Create(CultureInfo.InvariantCulture, $"{result.Compared} rows and blobs, {result.Differences} differences"));
            return (result, differences);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
