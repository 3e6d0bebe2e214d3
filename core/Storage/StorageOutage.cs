using System.Net.Sockets;
using Azure;
using NewsIngest.Parsing;

namespace NewsIngest.Storage;

/// <summary>
/// Waits inside a run while the storage throttles or is away. The host shows a failed queue message again after a delay (<c>visibilityTimeout</c>), but a failed
/// blob event at once, whatever host.json says (BlobsOptionsToQueuesOptions of the storage extension leaves that delay at zero): five fast failures would send
/// an event to the poison queue within seconds. So it is the run itself that takes its time.
/// </summary>
internal static class StorageOutage
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>Whether a call failed, after the retries of the SDK, or a read was not begun, for a reason that time may heal.</summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException many => many.InnerExceptions.Count > 0 && many.InnerExceptions.All(inner => IsOutage(inner) || inner is OperationCanceledException or IOException or HttpRequestException),
        // A connection that is reset in the moment it is made: HttpClient does not wrap this one, so the SDK does not try it again.
        SocketException => true,
        // Reads may end, and instances are replaced.
        ReadersBusyException => true,
        _ => false,
    };

    /// <summary>Whether an exception comes from a call to the storage, and not from what was being stored.</summary>
    public static bool IsOfStorage(Exception exception) =>
        exception is RequestFailedException or AggregateException or HttpRequestException or IOException or SocketException;

    /// <summary>Runs <paramref name="attempt"/> until it succeeds, fails for another reason, or the next pause would end after <paramref name="patience"/>.</summary>
    public static async Task<T> RideOutAsync<T>(Func<Task<T>> attempt, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause *= 2)
        {
            try
            {
                return await attempt();
            }
            catch (Exception e) when (IsOutage(e) && !cancellationToken.IsCancellationRequested && time.GetElapsedTime(started) + pause <= patience)
            {
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }
}
