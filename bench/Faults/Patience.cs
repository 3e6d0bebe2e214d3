using Azure.Core;
using NewsIngest.Storage;

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

    /// <summary>Tries on where the SDK does not: a connection that is reset in the moment it is made is an exception that it does not know.</summary>
    public static async Task<T> WithAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception exception) when (StorageOutage.IsOutage(exception))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
