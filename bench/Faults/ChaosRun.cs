namespace NewsIngest.Bench.Faults;

/// <summary>The plan while hosts are killed and the storage goes away; then peace until nothing is left to do.</summary>
internal sealed class ChaosRun(RestartableStorage storage, CampaignPlan plan, CampaignOptions options, Action<string> report) : IDisposable
{
    private const double ShortestOutageSeconds = 0.1;
    private const double LongestOutageSeconds = 2.5;
    private const int CopyEvery = 4;

    /// <summary>More than a call waits for its answer (<see cref="HostChild"/>), so that each call is tried again.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(6);

    /// <summary>The plan is through before the last tenth of the kills.</summary>
    private const double LastKillShare = 0.9;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly SemaphoreSlim outage = new(1);
    private int begun;
    private int kills;
    private int restarts;
    private int hangs;

    public int Kills => kills;

    public int Restarts => restarts;

    public int Hangs => hangs;

    public int Deliveries { get; private set; }

    public int Copies { get; private set; }

    public int PoisonRetried { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var slots = Enumerable.Range(0, options.Hosts).Select(i => new HostSlot(storage.ConnectionString, new Random(options.Seed + 1 + i))).ToList();
        try
        {
            using var desk = new NewsDesk(storage.ConnectionString, new Random(options.Seed), options.LongestDelay, () => slots.Select(slot => slot.Address).FirstOrDefault(address => address is not null));
            await desk.PrepareAsync(cancellationToken);
            var work = WorkAsync(desk, cancellationToken);
            await Task.WhenAll(slots.Select(slot => slot.KillAsync(() => Interlocked.Increment(ref begun) <= options.Kills, () => KilledAsync(cancellationToken), cancellationToken)));
            report($"{kills} kills, {restarts} outages; waiting for the hosts to finish");
            await Task.WhenAll(slots.Select(slot => slot.StayAsync(cancellationToken)));
            await work;
            await FinishAsync(desk, cancellationToken);
            (Deliveries, Copies) = (desk.Events.Deliveries, desk.Events.Copies);
        }
        finally
        {
            foreach (var slot in slots) await slot.DisposeAsync();
        }
    }

    public void Dispose() => outage.Dispose();

    /// <summary>Takes the storage away, or makes it silent, so often that both are spread evenly over the kills.</summary>
    private async Task KilledAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref kills);
        var (restart, hang) = (IsDue(options.Restarts), IsDue(options.Hangs));
        if (!restart && !hang) return;
        await outage.WaitAsync(cancellationToken);
        try
        {
            if (hang)
            {
                await storage.HangAsync(Silence, cancellationToken);
                Interlocked.Increment(ref hangs);
            }

            if (!restart) return;
            var length = ShortestOutageSeconds + (new Random(options.Seed + number).NextDouble() * (LongestOutageSeconds - ShortestOutageSeconds));
            await storage.OutageAsync(TimeSpan.FromSeconds(length), cancellationToken);
            Interlocked.Increment(ref restarts);
            report($"{number} kills, {restarts} outages");
        }
        finally
        {
            outage.Release();
        }

        bool IsDue(int times) => number * times / options.Kills != (number - 1) * times / options.Kills;
    }

    private async Task WorkAsync(NewsDesk desk, CancellationToken cancellationToken)
    {
        var deletions = new List<Task>();
        for (var i = 0; i < plan.Actions.Count; i++)
        {
            while (i * options.Kills * LastKillShare > plan.Actions.Count * (double)(Volatile.Read(ref kills) + 1)) await Task.Delay(Pause, cancellationToken);
            if (plan.Actions[i] is DeskAction.Drop drop) await desk.DropAsync(drop, cancellationToken);
            else if (plan.Actions[i] is DeskAction.Delete delete) deletions.Add(desk.DeleteAsync(delete, cancellationToken));
            if (i % CopyEvery == 0) await desk.Events.CopyMessagesAsync(cancellationToken);
        }

        await Task.WhenAll(deletions);
    }

    private async Task FinishAsync(NewsDesk desk, CancellationToken cancellationToken)
    {
        var idle = new Idleness(storage.ConnectionString);
        await idle.WaitAsync(cancellationToken);
        while (await desk.RetryPoisonAsync(cancellationToken) is > 0 and var retried)
        {
            PoisonRetried += retried;
            await idle.WaitAsync(cancellationToken);
        }
    }
}
