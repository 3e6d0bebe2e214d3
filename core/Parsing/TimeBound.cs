namespace NewsIngest.Parsing;

/// <summary>
/// Runs what nothing can interrupt, a call into a library, on a thread of its own, so that a file made to keep it busy is refused when its time is over.
/// The thread is left behind: it ends with the call, or with the process.
/// </summary>
internal static class TimeBound
{
    /// <exception cref="ParseException">The file has had its time.</exception>
    public static T Run<T>(ParseContext context, Func<T> work)
    {
        context.CheckTime();
        var running = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (Task.WaitAny([running], context.TimeLeft) == 0) return running.GetAwaiter().GetResult();
        _ = running.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw context.OutOfTime();
    }
}
