using Xunit;

namespace NewsIngest.Tests.Fixtures;

/// <summary>Waits for what other processes and services do: asks again until it holds, and fails at a deadline that is far off.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The first value of <paramref name="read"/> that <paramref name="holds"/> accepts.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (holds(value)) return value;
            if (TimeProvider.System.GetElapsedTime(started) > Deadline) Assert.Fail($"waited {Deadline.TotalSeconds} s for: {what}; last seen: {value}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    public static Task TrueAsync(Func<Task<bool>> holds, string what) => GetAsync(holds, value => value, what);
}
