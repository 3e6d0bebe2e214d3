namespace NewsIngest.Bench.Scale;

/// <summary>The instances of one app: as many as the queue asks for, each after a cold start; what has been idle for long goes.</summary>
internal sealed class Fleet(ScaleAssumptions given)
{
    private readonly List<double> starting = [];
    private double decided = double.NegativeInfinity;
    private double needed;

    public int Running { get; private set; }

    /// <param name="now">In seconds.</param>
    /// <param name="waiting">Articles in the queue.</param>
    public void Advance(double now, int waiting)
    {
        Running += starting.RemoveAll(ready => ready <= now);
        var desired = Math.Min((int)Math.Ceiling((double)waiting / given.Slots), given.MaximumInstances);
        if (desired >= Running) needed = now;
        if (now - decided < given.DecideEverySeconds && !(Running + starting.Count == 0 && desired > 0)) return;
        decided = now;
        var missing = Math.Min(desired - Running - starting.Count, given.AddedAtOnce);
        for (var i = 0; i < missing; i++) starting.Add(now + given.ColdStartSeconds);
        if (now - needed < given.IdleSeconds || Running == 0) return;
        Running--;
        needed = now - given.IdleSeconds + given.DecideEverySeconds;
    }
}
