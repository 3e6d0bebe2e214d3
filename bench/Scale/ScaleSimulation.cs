namespace NewsIngest.Bench.Scale;

/// <summary>What came out at a rate: seconds from drop to answer, instances, and the part of the attempts that the storage turned away.</summary>
internal sealed record ScalePoint(double Rate, int Accounts, double P50, double P95, double MeanInstances, int MostInstances, double Throttled, bool KeepsUp);

/// <summary>One moment of a run.</summary>
internal sealed record ScaleMoment(double Seconds, double Offered, double Waiting, int Instances, double Throttled);

/// <summary>
/// A queue, instances that follow its length, and a storage account that turns away what is above its limit, in steps of a quarter of a second. Articles are spread
/// evenly over accounts, each with an app of its own, so one of them is simulated. The same seed gives the same run.
/// </summary>
internal sealed class ScaleSimulation(ScaleAssumptions given, int seed)
{
    private const double Step = 0.25;
    private const double Warm = 300;
    private const double Length = 1500;

    /// <summary>Seconds of arrivals that may wait at the end of a run that keeps up.</summary>
    private const double Backlog = 10;

    /// <summary>A steady rate of articles a second over so many accounts.</summary>
    public ScalePoint Steady(double rate, int accounts)
    {
        var run = Run(_ => rate / accounts, Length);
        var waits = run.Waits.Where(wait => wait.Arrived >= Warm).OrderBy(wait => wait.Seconds).ToList();
        var total = waits.Sum(wait => wait.Count);
        var settled = run.Moments.Where(moment => moment.Seconds >= Warm).ToList();
        var keepsUp = run.Moments[^1].Waiting <= Math.Max(Backlog * rate / accounts, given.Slots);
        return new ScalePoint(rate, accounts, Quantile(0.5), Quantile(0.95), settled.Average(moment => moment.Instances) * accounts, settled.Max(moment => moment.Instances) * accounts, run.Throttled, keepsUp);

        double Quantile(double part)
        {
            double seen = 0;
            foreach (var wait in waits)
            {
                seen += wait.Count;
                if (seen >= part * total) return wait.Seconds;
            }

            return double.NaN;
        }
    }

    /// <summary>A steady rate on one account that is many times as high for two minutes.</summary>
    public IReadOnlyList<ScaleMoment> Burst(double rate, double factor) => Run(seconds => seconds is >= 120 and < 240 ? rate * factor : rate, 720).Moments;

    private (List<(double Arrived, double Seconds, int Count)> Waits, List<ScaleMoment> Moments, double Throttled) Run(Func<double, double> rate, double length)
    {
        var random = new Random(seed);
        var queue = new Queue<(double Arrived, int Count)>();
        var waits = new List<(double, double, int)>();
        var moments = new List<ScaleMoment>();
        var fleet = new Fleet(given);
        double attempted = 0, turnedAway = 0, credit = 0;
        for (double now = 0; now < length; now += Step)
        {
            var arrived = Poisson(random, rate(now) * Step);
            if (arrived > 0) queue.Enqueue((now, arrived));
            var waiting = queue.Sum(batch => batch.Count);
            fleet.Advance(now, waiting);
            var wanted = Math.Min(waiting, fleet.Running * given.InstanceLimit * Step);
            var allowed = Math.Min(wanted, given.AccountLimit * Step);
            attempted += wanted;
            turnedAway += wanted - allowed;
            credit = Math.Min(credit + allowed, waiting);
            credit -= Take((int)credit, now);
            moments.Add(new ScaleMoment(now, rate(now), queue.Sum(batch => batch.Count), fleet.Running, wanted > 0 ? (wanted - allowed) / wanted : 0));
        }

        // What still waits has waited at least that long.
        foreach (var (arrived, count) in queue) waits.Add((arrived, length - arrived + given.EventSeconds + given.SlotSeconds, count));
        return (waits, moments, attempted > 0 ? turnedAway / attempted : 0);

        int Take(int most, double now)
        {
            var taken = 0;
            while (taken < most && queue.TryPeek(out var batch))
            {
                queue.Dequeue();
                var count = Math.Min(batch.Count, most - taken);
                waits.Add((batch.Arrived, now - batch.Arrived + given.EventSeconds + given.SlotSeconds, count));
                taken += count;
                if (count == batch.Count) continue;
                var rest = queue.ToArray();
                queue.Clear();
                queue.Enqueue((batch.Arrived, batch.Count - count));
                foreach (var other in rest) queue.Enqueue(other);
            }

            return taken;
        }
    }

    /// <summary>Knuth's method below a mean of 30, above it a rounded normal distribution.</summary>
    private static int Poisson(Random random, double mean)
    {
        if (mean > 30) return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))));
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }
}
