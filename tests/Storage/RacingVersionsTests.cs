using NewsIngest.Bench.Faults;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>
/// An instance stops at each call of its work on a file of many articles, others ingest later versions, and it wakes up:
/// no article of the last version is lost, and none of an earlier one stays.
/// </summary>
public sealed class RacingVersionsTests(AzuriteFixture azurite)
{
    private const string File = "feed";
    private const string First = "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second";
    private const string Second = "2024-01-03|Zero\nCarl Holm: none\n---\n2024-01-02|Two\nAnna Berg: second, corrected";
    private const string Third = "2024-01-01|One\nAnna Berg: first\n---\n2024-01-04|Three\nDora Lind: third";
    private const string Single = "2024-02-01|Alone\nDora Lind: one only";

    /// <summary>Text before, text that the slow instance ingests, text of the last version, first call to stop at.</summary>
    public static TheoryData<string?, string, string, int> Races => new()
    {
        { null, First, Second, 0 },
        { null, First, Second, 1 },
        { First, Second, Third, 0 },
        { First, Second, Third, 1 },
        { Single, First, Single, 0 },
    };

    [Theory]
    [MemberData(nameof(Races))]
    public async Task The_last_version_wins_whole(string? before, string slowText, string last, int firstCall)
    {
        const int most = 22;
        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync(File, last);
        var expected = (await StorageState.ReadAsync(calm.Connection)).WithoutOverwritten();
        for (var call = firstCall; call < most; call += 2)
        {
            await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
            if (before is not null) await storage.DropAndIngestAsync(File, before);
            await storage.DropAsync(File, slowText);
            var seen = -1;
            var hold = new HoldPolicy(_ => Interlocked.Increment(ref seen) == call);
            await using var slow = storage.Other(null, hold);
            var ingest = slow.IngestAsync(File);
            await Task.WhenAny(hold.Reached, ingest);
            await storage.DropAndIngestAsync(File, last);
            hold.Release();
            await ingest;
            // Each event is delivered at least once more.
            await storage.IngestAsync(File);

            StorageSnapshot.AssertSame(expected, (await StorageState.ReadAsync(storage.Connection)).WithoutOverwritten(), $"stopped at call {call}");
        }
    }
}
