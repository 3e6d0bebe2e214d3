using System.Diagnostics;

namespace NewsIngest.Telemetry;

/// <summary>One step of the pipeline: a span while somebody listens, and its duration in any case. Ends when disposed.</summary>
internal sealed class Stage : IDisposable
{
    private readonly string name;
    private readonly Activity? activity;
    private readonly long started = Stopwatch.GetTimestamp();

    private Stage(string name, Activity? activity)
    {
        this.name = name;
        this.activity = activity;
    }

    /// <summary>The span as the header traceparent has it (W3C Trace Context), to be carried to whoever goes on; null when nobody listens.</summary>
    public string? TraceParent => activity is { IdFormat: ActivityIdFormat.W3C } ? activity.Id : null;

    /// <summary>A step inside the one that runs.</summary>
    public static Stage Begin(string name) => new(name, NewsTelemetry.Source.StartActivity(name));

    /// <summary>The first step of a function, which goes on where <paramref name="traceParent"/> left off; what is no trace context begins a trace of its own.</summary>
    public static Stage Receive(string name, string articleId, string? traceParent = null)
    {
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        return new Stage(name, NewsTelemetry.Source.StartActivity(name, ActivityKind.Consumer, parent, [new(NewsTelemetry.ArticleTag, articleId)]));
    }

    /// <summary>Says that it failed, and by what kind of exception: messages of exceptions may hold text.</summary>
    public void Fail(Exception exception) => activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);

    public void Dispose()
    {
        NewsTelemetry.RecordDuration(name, Stopwatch.GetElapsedTime(started));
        activity?.Dispose();
    }
}
