namespace NewsIngest.Parsing;

/// <summary>
/// Runs what nothing can interrupt, a call into a library, on a thread of its own, so that a file made to keep it busy is refused when its time is over.
/// The thread is left behind and ends with the call, or with the process. Only so many may be: then no more such files are read, and the process says that it is not
/// healthy, so that it is replaced.
/// </summary>
internal sealed class TimeBound
{
    /// <summary>More threads than that would leave nothing to the others.</summary>
    public const int MostLeftBehind = 4;

    private int leftBehind;

    /// <summary>That of the process.</summary>
    public static TimeBound Shared { get; } = new();

    /// <summary>How many calls are out of time and have not ended.</summary>
    public int LeftBehind => Volatile.Read(ref leftBehind);

    /// <exception cref="ParseException">The file has had its time.</exception>
    /// <exception cref="ReadersBusyException">Too many calls are left behind; another instance can read the file.</exception>
    public T Run<T>(ParseContext context, Func<T> work)
    {
        context.CheckTime();
        if (LeftBehind >= MostLeftBehind) throw new ReadersBusyException(MostLeftBehind);
        var running = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (Task.WaitAny([running], context.TimeLeft) == 0) return running.GetAwaiter().GetResult();
        Leave(running);
        throw context.OutOfTime();
    }

    private void Leave(Task running)
    {
        Interlocked.Increment(ref leftBehind);
        _ = running.ContinueWith(
            late =>
            {
                _ = late.Exception;
                Interlocked.Decrement(ref leftBehind);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
