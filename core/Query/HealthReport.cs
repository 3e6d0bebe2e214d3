namespace NewsIngest.Query;

/// <summary>Whether each kind of storage answers, and whether the instance can read files of every format. It says no more than that: it is shown without a key.</summary>
public sealed record HealthReport(bool Blobs, bool Queues, bool Tables, bool Readers = true)
{
    /// <summary>Whether all is well.</summary>
    public bool Healthy => Blobs && Queues && Tables && Readers;
}
