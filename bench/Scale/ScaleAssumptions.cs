namespace NewsIngest.Bench.Scale;

/// <summary>
/// What the simulation takes for given. Limits are the service's published targets
/// (https://learn.microsoft.com/azure/storage/tables/scalability-targets, https://learn.microsoft.com/azure/storage/queues/scalability-targets);
/// what an article takes was measured by <c>bench cost</c>; how instances come and go is an assumption about Flex Consumption, on the slow side.
/// </summary>
internal sealed record ScaleAssumptions
{
    /// <summary>Rows of an article in the index.</summary>
    public double RowsPerArticle { get; init; } = 165;

    /// <summary>Part of the rows that goes into the busiest of the ten partitions.</summary>
    public double BusiestPartition { get; init; } = 0.142;

    public double PartitionRowsPerSecond { get; init; } = 2000;

    public double AccountRowsPerSecond { get; init; } = 20_000;

    public double QueueMessagesPerSecond { get; init; } = 2000;

    /// <summary>Put, receive and delete.</summary>
    public double CallsPerMessage { get; init; } = 3;

    /// <summary>From the drop until the event is in the queue of the host.</summary>
    public double EventSeconds { get; init; } = 1;

    /// <summary>Of a core; an instance of 2 GB has one.</summary>
    public double ProcessorSeconds { get; init; } = 0.05;

    /// <summary>From the receipt of the first message until the article can be queried, waiting for the storage included.</summary>
    public double SlotSeconds { get; init; } = 0.4;

    /// <summary>Articles at once on an instance.</summary>
    public int Slots { get; init; } = 8;

    public int MaximumInstances { get; init; } = 100;

    public double ColdStartSeconds { get; init; } = 4;

    /// <summary>An instance with nothing to do goes after this.</summary>
    public double IdleSeconds { get; init; } = 120;

    public double DecideEverySeconds { get; init; } = 5;

    /// <summary>Instances that one decision adds at most.</summary>
    public int AddedAtOnce { get; init; } = 10;

    /// <summary>Articles a second that one account takes: the busiest partition, all partitions, or a queue.</summary>
    public double AccountLimit => Math.Min(
        Math.Min(PartitionRowsPerSecond / (RowsPerArticle * BusiestPartition), AccountRowsPerSecond / RowsPerArticle),
        QueueMessagesPerSecond / CallsPerMessage);

    /// <summary>Articles a second that one instance takes.</summary>
    public double InstanceLimit => Math.Min(Slots / SlotSeconds, 1 / ProcessorSeconds);
}
