using NCrontab;

namespace NewsIngest.Local.Hosting;

/// <summary>Runs a function whenever its schedule says so, in UTC. Unlike the real host's it forgets runs that were missed.</summary>
internal sealed class TimerListener(CrontabSchedule schedule, TimeProvider time, Func<CancellationToken, Task> run)
{
    /// <summary>Reads a schedule of six fields, the first of which are seconds; null when it is none.</summary>
    public static CrontabSchedule? Parse(string schedule) => CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        while (true)
        {
            var now = time.GetUtcNow().UtcDateTime;
            try
            {
                await Task.Delay(schedule.GetNextOccurrence(now) - now, time, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                await run(abort);
            }
            catch (Exception) when (!abort.IsCancellationRequested)
            {
                // The invoker has logged it, and the next run is another one.
            }
        }
    }
}
