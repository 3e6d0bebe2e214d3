using System.Collections.Concurrent;
using Azure;
using Microsoft.Extensions.Configuration;
using NewsIngest.Local.Hosting;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Faults;

/// <summary>The storage throttles, loses answers or is away for a while.</summary>
public sealed class OutageTests(AzuriteFixture azurite)
{
    private const int Files = 6;
    private const int Tries = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Throttling_and_lost_answers_are_ridden_out(int seed)
    {
        var account = azurite.NewAccount();
        var schedule = new FaultSchedule(seed, share: 0.12);
        await using var proxy = await FaultProxy.StartAsync(account, _ => schedule.Next());
        await using (var direct = await StorageHarness.CreateAsync(account))
        {
            for (var i = 0; i < Files; i++) await direct.DropAsync(Name(i), Text(i));
        }

        await using var storage = StorageHarness.At(proxy.ConnectionString);
        await Task.WhenAll(Enumerable.Range(0, Files).Select(i => storage.IngestAsync(Name(i))));

        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        for (var i = 0; i < Files; i++) await calm.DropAndIngestAsync(Name(i), Text(i));
        StorageSnapshot.AssertSame(await calm.SnapshotAsync(), await StorageSnapshot.TakeAsync(account), $"seed {seed}");
        Assert.InRange(proxy.Faults, Files, int.MaxValue);
        Assert.InRange(proxy.MostAttempts, 2, Tries);
    }

    [Fact]
    public async Task A_call_is_tried_six_times_and_then_fails_with_what_the_storage_said()
    {
        var account = azurite.NewAccount();
        await using (var direct = await StorageHarness.CreateAsync(account)) await direct.DropAsync(Name(0), Text(0));
        await using var proxy = await FaultProxy.StartAsync(account, _ => Fault.Busy);
        await using var storage = StorageHarness.At(proxy.ConnectionString, ("NewsIngest:OutagePatience", "00:00:00"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => storage.IngestAsync(Name(0)));

        Assert.Equal(503, failure.Status);
        Assert.Equal((Tries, Tries), (proxy.MostAttempts, proxy.Faults));
    }

    [Fact]
    public async Task A_file_is_ingested_when_an_outage_of_the_tables_ends()
    {
        var account = azurite.NewAccount();
        var left = Tries;
        await using var proxy = await FaultProxy.StartAsync(account, request => IsTable(request.Path) && Interlocked.Decrement(ref left) >= 0 ? Fault.Busy : Fault.None);
        await using (var direct = await StorageHarness.CreateAsync(account)) await direct.DropAsync(Name(0), Text(0));
        var time = new JumpingTime();
        await using var storage = StorageHarness.At(proxy.ConnectionString, time);

        await storage.IngestAsync(Name(0));

        Assert.Single(await storage.ClaimsAsync());
        Assert.Equal(TimeSpan.FromSeconds(5), time.Waited);
    }

    /// <summary>As long as a call is tried, and longer: the run fails, its message comes back, and what it had begun is done once.</summary>
    [Fact]
    public async Task A_storage_that_takes_calls_and_never_answers_is_ridden_out()
    {
        var account = azurite.NewAccount();
        var (extracting, over) = (false, false);
        var tried = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await using var proxy = await FaultProxy.StartAsync(account, request =>
        {
            if (Volatile.Read(ref extracting) && !Volatile.Read(ref over) && request.Path.Value!.Contains("$batch", StringComparison.Ordinal))
            {
                if (tried.AddOrUpdate(request.Headers[FaultProxy.RequestId].ToString(), 1, (_, count) => count + 1) == Tries) Volatile.Write(ref over, true);
                return Fault.Silence;
            }

            if (request.Method == "GET" && request.Path.Value!.Contains($"/{StorageNames.ParsedContainer}/", StringComparison.Ordinal)) Volatile.Write(ref extracting, true);
            return Fault.None;
        });
        var text = "Gate shut\n\n“The gate is shut,” guard Ina Moss said on Friday.\n";
        await using (var host = await RunningHost.StartAsync(proxy.ConnectionString, ("NewsIngest:NetworkTimeout", "00:00:00.500")))
        {
            await host.DropAsync("gate.txt", text);
            await host.QueryableAsync("gate.txt", text);
            await host.IdleAsync();
        }

        await using var calm = await RunningHost.StartAsync(azurite.NewAccount());
        await calm.DropAsync("gate.txt", text);
        await calm.QueryableAsync("gate.txt", text);
        await calm.IdleAsync();
        StorageSnapshot.AssertSame(await StorageSnapshot.TakeAsync(calm.ConnectionString), await StorageSnapshot.TakeAsync(account), "silence");
        Assert.Equal(Tries, proxy.MostAttempts);
        Assert.InRange(proxy.Faults, Tries, int.MaxValue);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_run_waits_for_more_than_a_minute_before_it_gives_an_event_back(int status)
    {
        var time = new JumpingTime();
        var attempts = 0;

        await Assert.ThrowsAsync<RequestFailedException>(() => StorageOutage.RideOutAsync<int>(Attempt, new StorageOptions().OutagePatience, time, TestContext.Current.CancellationToken));

        Assert.Equal((5, TimeSpan.FromSeconds(75)), (attempts, time.Waited));

        Task<int> Attempt()
        {
            attempts++;
            throw new RequestFailedException(status, "away");
        }
    }

    [Fact]
    public async Task A_file_that_this_instance_has_no_reader_for_is_not_a_failed_one()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAsync(Name(0), Text(0));
        var time = new JumpingTime();
        await using var busy = storage.With(_ => throw new ReadersBusyException(4), time);

        await Assert.ThrowsAsync<ReadersBusyException>(() => busy.IngestAsync(Name(0)));

        Assert.Equal(TimeSpan.FromSeconds(75), time.Waited);

        Assert.Empty((await storage.Query.StatusAsync()).Failed);
    }

    [Fact]
    public async Task What_time_does_not_heal_is_given_back_at_once()
    {
        var time = new JumpingTime();

        await Assert.ThrowsAsync<RequestFailedException>(() => StorageOutage.RideOutAsync<int>(
            () => throw new RequestFailedException(403, "no"), new StorageOptions().OutagePatience, time, TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.Zero, time.Waited);
    }

    /// <summary>The times of host.json and of the product: a message that always fails is not given up within two minutes.</summary>
    [Fact]
    public void Deliveries_are_spread_over_minutes()
    {
        var host = HostJson.Load(Path.Combine(AppContext.BaseDirectory, "host.json"), new ConfigurationBuilder().Build());
        var settings = HostSettings.Load(new ConfigurationBuilder().Build());
        var queue = QueueListenerOptions.ForQueue(StorageNames.ParsedQueue, host, settings);
        var blobs = QueueListenerOptions.ForBlobs(host, settings);

        Assert.InRange(queue.VisibilityTimeout * (queue.MaxDequeueCount - 1), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, blobs.VisibilityTimeout);
        // A run ends when its next pause, at most 5 s longer than all before, would exceed its patience: not before half of it.
        Assert.InRange((new StorageOptions().OutagePatience - TimeSpan.FromSeconds(5)) / 2 * blobs.MaxDequeueCount, TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(100, 32, 68)]
    [InlineData(16, 9, 7)]
    [InlineData(8, 5, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(1, 1, 0)]
    public void Blobs_are_split_over_batches_as_the_real_host_does(int parallelism, int batch, int threshold)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism", (string?)$"{parallelism}")]).Build();
        var host = HostJson.Load(Path.Combine(AppContext.BaseDirectory, "host.json"), settings);

        var options = QueueListenerOptions.ForBlobs(host, HostSettings.Load(settings));

        Assert.Equal((batch, threshold), (options.BatchSize, options.NewBatchThreshold));
    }

    private static bool IsTable(string path) => path.Contains(StorageNames.ArticlesTable, StringComparison.Ordinal) || path.Contains("$batch", StringComparison.Ordinal);

    private static string Name(int i) => $"news-{i}.txt";

    private static string Text(int i) => $"2024-03-0{i + 1}|Talks {i}\nAnna Berg: bridge {i} to [Norland] stays open";
}
