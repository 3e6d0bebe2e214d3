namespace NewsIngest.Bench.Faults;

/// <summary>Keeps one host running, kills it at random moments, and starts the next.</summary>
internal sealed class HostSlot(string connectionString, Random random) : IAsyncDisposable
{
    private const double ShortestLifeMs = 150;
    private const double LongestLifeMs = 3000;

    /// <summary>One in so many hosts is killed before it serves.</summary>
    private const int KilledInStart = 8;

    private HostChild? child;

    public Uri? Address => Volatile.Read(ref child)?.Address;

    /// <summary>Hosts that did not come up, because the storage was away.</summary>
    public int FailedStarts { get; private set; }

    /// <summary>Kills until <paramref name="next"/> says no more.</summary>
    /// <param name="next">Called before each kill.</param>
    /// <param name="killed">Called after each kill.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task KillAsync(Func<bool> next, Func<Task> killed, CancellationToken cancellationToken)
    {
        while (next())
        {
            while (!await KillOneAsync(cancellationToken)) FailedStarts++;
            await killed();
        }
    }

    /// <summary>Starts a host that stays.</summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var host = HostChild.Start(connectionString);
            Volatile.Write(ref child, host);
            if (await host.ServesAsync(cancellationToken)) return;
            await host.DisposeAsync();
        }
    }

    private async Task<bool> KillOneAsync(CancellationToken cancellationToken)
    {
        await using var host = HostChild.Start(connectionString);
        Volatile.Write(ref child, host);
        if (random.Next(KilledInStart) != 0 && !await host.ServesAsync(cancellationToken)) return false;
        await Task.Delay(TimeSpan.FromMilliseconds(ShortestLifeMs + (random.NextDouble() * (LongestLifeMs - ShortestLifeMs))), cancellationToken);
        await host.KillAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (child is not null) await child.DisposeAsync();
    }
}
