using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Host;

public sealed class TimerTests
{
    [Fact]
    public async Task A_timer_runs_again_and_again_whatever_the_run_before_did()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 3, 1, 12, 3, 20, 250, TimeSpan.Zero));
        var runs = new ConcurrentQueue<DateTimeOffset>();
        using var stop = new CancellationTokenSource();
        var listening = new TimerListener(TimerListener.Parse("* * * * * *")!, time, Run).RunAsync(stop.Token, CancellationToken.None);

        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(250));
                return Task.FromResult(runs.Count >= 3);
            },
            "three runs");

        await stop.CancelAsync();
        await listening;
        Assert.Equal(0, runs.First().Millisecond);
        Assert.Equal(runs.Count, runs.Distinct().Count());

        Task Run(CancellationToken cancellationToken)
        {
            runs.Enqueue(time.GetUtcNow());
            throw new InvalidOperationException("as functions do");
        }
    }

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("00:05:00")]
    [InlineData("0 61 * * * *")]
    public void What_is_no_schedule_of_six_fields_is_refused(string schedule) => Assert.Null(TimerListener.Parse(schedule));
}
