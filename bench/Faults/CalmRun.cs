namespace NewsIngest.Bench.Faults;

/// <summary>The plan on one host that nobody disturbs: every event once and at once; what is overwritten or deleted was finished before.</summary>
internal sealed class CalmRun(string connectionString, CampaignPlan plan)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var host = new HostSlot(connectionString, new Random(0));
        await host.StayAsync(cancellationToken);
        using var desk = new NewsDesk(connectionString, new Random(0), TimeSpan.Zero, () => host.Address);
        await desk.PrepareAsync(cancellationToken);
        var queues = new Idleness(connectionString);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var drops = plan.Actions.OfType<DeskAction.Drop>().ToLookup(drop => names.Add(drop.File.Name));
        foreach (var first in drops[true]) await desk.DropAsync(first, cancellationToken);
        await queues.WaitAsync(cancellationToken);
        foreach (var second in drops[false]) await desk.DropAsync(second, cancellationToken);
        await queues.WaitAsync(cancellationToken);
        foreach (var delete in plan.Actions.OfType<DeskAction.Delete>()) await desk.DeleteAsync(delete, cancellationToken);
        await queues.WaitAsync(cancellationToken);
    }
}
