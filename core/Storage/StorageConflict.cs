using Azure;
using NewsIngest.Telemetry;

namespace NewsIngest.Storage;

/// <summary>Another instance changed the same article meanwhile: start over from what is stored now.</summary>
internal sealed class SupersededException(string what) : Exception($"{what} was changed by another instance");

/// <summary>Starting over, bounded, when two instances meet.</summary>
internal static class StorageConflict
{
    private const int FirstPauseMs = 20;
    private const int LongestPauseMs = 2000;

    /// <summary>Whether a call failed because a row or blob is not, or no longer, as the caller had read it.</summary>
    public static bool IsStale(Exception exception) =>
        exception is RequestFailedException { Status: 404 or 409 or 412 } failed && !IsMissingResource(failed);

    /// <summary>Runs <paramref name="attempt"/> again, from reading on, while it meets other writers; its argument is the number of the attempt, from 0.</summary>
    public static Task<T> StartOverAsync<T>(Func<int, Task<T>> attempt, int maxAttempts, TimeProvider time, CancellationToken cancellationToken) =>
        RetryAsync(attempt, e => e is SupersededException || IsStale(e), maxAttempts, time, cancellationToken);

    /// <summary>The same for one step of a writer, which ends when the writer as a whole was overtaken.</summary>
    public static Task<T> RepeatStepAsync<T>(Func<int, Task<T>> attempt, int maxAttempts, TimeProvider time, CancellationToken cancellationToken) =>
        RetryAsync(attempt, IsStale, maxAttempts, time, cancellationToken);

    private static async Task<T> RetryAsync<T>(
        Func<int, Task<T>> attempt, Func<Exception, bool> again, int maxAttempts, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await attempt(i);
            }
            catch (Exception e) when (i + 1 < maxAttempts && again(e))
            {
                NewsTelemetry.CountRetry();
                // Jitter only spreads instances that collide; nothing that is stored depends on it.
                var pause = Random.Shared.Next(FirstPauseMs, Math.Min(LongestPauseMs, FirstPauseMs << (i + 2)));
                await Task.Delay(TimeSpan.FromMilliseconds(pause), time, cancellationToken);
            }
        }
    }

    private static bool IsMissingResource(RequestFailedException failed) =>
        failed.ErrorCode is "TableNotFound" or "ContainerNotFound" or "QueueNotFound";
}
