using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsIngest.Parsing;

namespace NewsIngest.Telemetry;

/// <summary>
/// What the pipeline tells of itself, in the terms of OpenTelemetry: spans and measurements of the source and meter <see cref="Name"/>.
/// They hold ids, counts, times and the kinds of failures, never text of an article, a file's name or a key.
/// </summary>
public static class NewsTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "NewsIngest";

    internal const string OutcomeTag = "newsingest.outcome";
    internal const string StageTag = "newsingest.stage";
    internal const string ArticleTag = "newsingest.article";
    internal const string QueueTag = "newsingest.queue";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Articles and files by what became of them: parsed, done, notExtracted, failed.</summary>
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("newsingest.articles", "{article}", "Articles and files by outcome");

    private static readonly Counter<long> Claims = Meter.CreateCounter<long>("newsingest.claims", "{claim}", "Claims extracted");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("newsingest.retries", "{retry}", "Times an instance started over because another had changed the same article");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("newsingest.stage.duration", "s", "How long a stage took");

    private static readonly Histogram<long> Ages = Meter.CreateHistogram<long>("newsingest.queue.age", "s", "Age of the oldest message that waits in a queue");

    private static readonly Histogram<long> Depths = Meter.CreateHistogram<long>("newsingest.queue.depth", "{message}", "Messages in a queue");

    static NewsTelemetry() => Meter.CreateObservableUpDownCounter("newsingest.reads.left", () => ArticleParser.LeftBehind, "{read}", "Reads of this process that are out of time and have not ended");

    internal static void CountArticles(string outcome, int count = 1) => Articles.Add(count, new KeyValuePair<string, object?>(OutcomeTag, outcome));

    internal static void CountClaims(int count) => Claims.Add(count);

    internal static void CountRetry() => Retries.Add(1);

    internal static void RecordDuration(string stage, TimeSpan duration) => Durations.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(StageTag, stage));

    internal static void RecordQueue(string queue, int depth, long ageSeconds)
    {
        var tag = new KeyValuePair<string, object?>(QueueTag, queue);
        Depths.Record(depth, tag);
        Ages.Record(ageSeconds, tag);
    }
}
