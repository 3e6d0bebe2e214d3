using System.Diagnostics;
using System.Text.Json;
using NewsIngest.Analysis;
using NewsIngest.Articles;

namespace NewsIngest.Bench.Speed;

/// <summary>Articles that are analysed again and again, by so many threads at once.</summary>
internal sealed class SpeedJob(ArticleAnalyzer analyzer, IReadOnlyList<Article> articles, int threads)
{
    private readonly long characters = articles.Sum(a => (long)a.Text.Length);
    private readonly List<double> passes = [];
    private long allocated;

    /// <summary>Analyses every article once and returns the number of their characters.</summary>
    public long Analyze()
    {
        var next = -1;
        if (threads == 1) Work();
        else Parallel.For(0, threads, _ => Work());
        return characters;

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < articles.Count; i = Interlocked.Increment(ref next)) analyzer.Analyze(articles[i]);
        }
    }

    public void Measure()
    {
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        Analyze();
        passes.Add(characters / Stopwatch.GetElapsedTime(started).TotalSeconds);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
    }

    public PassResult Result(double warmupSeconds, long peakBytes)
    {
        long found = 0, bytes = 0;
        foreach (var article in articles)
        {
            var analysis = analyzer.Analyze(article);
            found += analysis.Claims.Count + analysis.Entities.Count;
            bytes += JsonSerializer.SerializeToUtf8Bytes(analysis).Length;
        }

        return new PassResult(characters, passes, warmupSeconds, found, allocated, bytes, peakBytes);
    }
}

/// <summary>
/// Passes over the same texts in characters per second; <paramref name="Found"/> counts what was found. Bytes are those that the last pass
/// allocated, those of its results as JSON, and the most memory the process held.
/// </summary>
internal sealed record PassResult(long Characters, IReadOnlyList<double> Passes, double WarmupSeconds, long Found, long AllocatedBytes = 0, long ResultBytes = 0, long PeakBytes = 0)
{
    public double Median => new Spread(Passes).Median;
}

/// <summary>Milliseconds from the start of the process to the first analysis, and of those the ones that went into models and lexicons.</summary>
internal sealed record ColdResult(double FirstArticleMs, double LoadMs, int Characters, int Claims);
