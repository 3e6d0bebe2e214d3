using Azure.Core;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>Two instances do the same work at once, or a function outlives the lease of its message: one of them wins every change, the other changes nothing.</summary>
public sealed class WonByOneTests(AzuriteFixture azurite)
{
    private const string File = "one.txt";
    private const string First = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open\nCarl Holm: no deal is near";
    private const string Second = "2024-03-05|Bridge closed\nDora Lind: no ferry sails";

    /// <summary>Transactions of an extraction: ten of the index, which delete old rows too, and then the flip of the generation.</summary>
    public static TheoryData<string?, int> Transactions => new() { { null, 0 }, { null, 5 }, { null, 10 }, { First, 0 }, { First, 5 }, { First, 10 } };

    [Theory]
    [MemberData(nameof(Transactions))]
    public async Task An_extraction_that_another_instance_finished_changes_no_row(string? before, int transaction)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        if (before is not null) await storage.DropAndIngestAsync(File, before);
        await storage.DropAsync(File, Second);
        var message = Assert.Single(await storage.Ingestor.IngestAsync(File));
        var hold = new HoldPolicy(Transaction(transaction));
        await using var slow = storage.Other(null, hold);
        var extraction = slow.Extractor.ExtractAsync(message);
        await hold.Reached;
        await storage.Extractor.ExtractAsync(message);
        var finished = await ETagsAsync(storage);

        hold.Release();
        await extraction;

        Assert.Equal(finished, await ETagsAsync(storage));
        Assert.Equal("no ferry sails", Assert.Single(await storage.ClaimsAsync()).Text);
    }

    [Fact]
    public async Task Many_instances_at_once_leave_what_one_leaves()
    {
        const int instances = 4;
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync(File, First);
        await storage.DropAsync(File, Second);
        var others = Enumerable.Range(0, instances).Select(_ => storage.Other()).ToList();

        await Task.WhenAll(others.Select(other => other.IngestAsync(File)));
        await storage.IngestAsync(File);

        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync(File, Second);
        await StorageSnapshot.AssertSameAsync(calm, storage);
        foreach (var other in others) await other.DisposeAsync();
    }

    private static Func<Request, bool> Transaction(int number)
    {
        var seen = -1;
        return request => request.Method == RequestMethod.Post && request.Uri.Path.Contains("$batch", StringComparison.Ordinal) && Interlocked.Increment(ref seen) == number;
    }

    private static async Task<IReadOnlyList<string>> ETagsAsync(StorageHarness storage) =>
    [
        .. (await storage.RowsAsync(StorageNames.IndexTable)).Concat(await storage.RowsAsync(StorageNames.ArticlesTable)).Select(row => $"{row.PartitionKey}/{row.RowKey} {row.ETag}").Order(StringComparer.Ordinal),
    ];
}
