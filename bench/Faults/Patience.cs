using System.Net.Sockets;
using Azure.Core;

namespace NewsIngest.Bench.Faults;

/// <summary>Calls of the campaign itself, which must get through however long the storage is away.</summary>
internal static class Patience
{
    private const int MaxRetries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Has the SDK try again for twenty seconds.</summary>
    public static T In<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = Pause;
        return options;
    }

    /// <summary>A connection that is reset in the moment it is made is an exception that the SDK does not know.</summary>
    public static async Task<T> WithAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
