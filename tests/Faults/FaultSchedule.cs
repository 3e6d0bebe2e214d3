namespace NewsIngest.Tests.Faults;

/// <summary>What goes wrong with a call.</summary>
internal enum Fault
{
    None,

    /// <summary>503 ServerBusy, not carried out.</summary>
    Busy,

    /// <summary>429, not carried out.</summary>
    TooMany,

    /// <summary>500 OperationTimedOut although it was carried out.</summary>
    TimedOut,

    /// <summary>The connection breaks before the call is carried out.</summary>
    Broken,

    /// <summary>The connection breaks after the call was carried out: no answer comes.</summary>
    NoAnswer,

    /// <summary>The connection stays open, nothing is carried out and no answer comes until the caller gives up.</summary>
    Silence,
}

/// <summary>Which call meets which fault, drawn from a seed.</summary>
internal sealed class FaultSchedule
{
    private readonly Lock gate = new();
    private readonly Random random;
    private readonly double share;

    /// <param name="seed">Any number.</param>
    /// <param name="share">How many of all calls fail, 0 to 1.</param>
    public FaultSchedule(int seed, double share)
    {
        random = new Random(seed);
        this.share = share;
    }

    public Fault Next()
    {
        lock (gate) return random.NextDouble() < share ? (Fault)random.Next(1, (int)Fault.Silence) : Fault.None;
    }
}
