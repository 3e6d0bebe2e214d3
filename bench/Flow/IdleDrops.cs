using NewsIngest.Bench.Generation;
using NewsIngest.Bench.Storage;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Flow;

/// <summary>Drops one file after another, each on a host that has had nothing to do for a while.</summary>
internal sealed class IdleDrops(AzuriteInstallation installation, TimeProvider time)
{
    private const int WarmUpFiles = 10;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Until then the host asks its queues as rarely as it ever does.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(4);

    /// <returns>Seconds of each drop.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(int drops, CancellationToken cancellationToken)
    {
        await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        var connection = azurite.ConnectionString(AzuriteAccount.Default);
        await using var room = await Newsroom.OpenAsync(connection, connection, cancellationToken);
        var news = new VariedNews(7);
        await room.DropAsync(Enumerable.Range(0, WarmUpFiles).Select(news.File), cancellationToken);
        await room.WaitAsync(WarmUpFiles, null, cancellationToken);
        var random = new Random(1);
        var seconds = new List<double>();
        for (var i = 0; i < drops; i++)
        {
            await Task.Delay(LongestRest * (0.5 + (random.NextDouble() / 2)), time, cancellationToken);
            var file = news.File(WarmUpFiles + i);
            var started = time.GetTimestamp();
            await room.DropAsync([file], cancellationToken);
            while (!await room.HasAsync(file.Name, cancellationToken)) await Task.Delay(Look, time, cancellationToken);
            seconds.Add(time.GetElapsedTime(started).TotalSeconds);
        }

        return seconds;
    }
}
