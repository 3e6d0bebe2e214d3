using NewsIngest.Bench.Generation;
using NewsIngest.Bench.Storage;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Flow;

/// <summary>Drops many small files at once and watches the memory of the host until all of them can be queried.</summary>
internal sealed class FloodRun(AzuriteInstallation installation, TimeProvider time, Action<string> report)
{
    private const int Paragraphs = 3;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private static readonly string[] Queryable = ["done", "notExtracted"];

    public async Task<Flood> RunAsync(int files, CancellationToken cancellationToken)
    {
        await using var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        var connection = azurite.ConnectionString(AzuriteAccount.Default);
        await using var room = await Newsroom.OpenAsync(connection, connection, cancellationToken);
        var news = new NewsGenerator(3, Paragraphs);
        var samples = new List<FloodSample>();
        var started = time.GetTimestamp();
        var dropping = room.DropAsync(Enumerable.Range(0, int.MaxValue).Where(number => !NewsGenerator.HasMany(number)).Take(files).Select(number => news.File(number)), cancellationToken);
        var states = await room.WaitAsync(files, Sample, cancellationToken);
        await dropping;
        return new Flood(files, files - Queryable.Sum(state => states.GetValueOrDefault(state)), Math.Round(time.GetElapsedTime(started).TotalSeconds, 1), samples);

        void Sample()
        {
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            if (samples.Count > 0 && seconds - samples[^1].Seconds < Between.TotalSeconds) return;
            samples.Add(new FloodSample(Math.Round(seconds, 1), Math.Round(room.Host.WorkingSet / 1e6)));
            report(FormattableString.Invariant($"{seconds,6:0} s, host {samples[^1].Megabytes:0} MB"));
        }
    }
}
