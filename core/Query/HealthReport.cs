namespace NewsIngest.Query;

/// <summary>Whether each kind of storage answers. It says no more than that: it is shown without a key.</summary>
public sealed record HealthReport(bool Blobs, bool Queues, bool Tables)
{
    /// <summary>Whether all of them do.</summary>
    public bool Healthy => Blobs && Queues && Tables;
}
