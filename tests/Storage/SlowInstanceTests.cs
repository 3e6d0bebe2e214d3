using Azure.Core;
using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>An instance stops in the middle of its work, others go on, and it wakes up late: it must not undo what came after it.</summary>
public sealed class SlowInstanceTests(AzuriteFixture azurite)
{
    private const string File = "one.txt";
    private const string First = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open";
    private const string Second = "2024-03-05|Bridge closed\nDora Lind: no ferry sails";

    public static TheoryData<string, string> Places => new()
    {
        { "PUT", "/parsed/" },
        { "POST", "$batch" },
    };

    public static TheoryData<string, string, int> ExtractPlaces => new()
    {
        { "GET", "/parsed/", 0 },
        { "PUT", "/analysis/", 0 },
        { "POST", "$batch", 0 },
        { "POST", "$batch", 5 },
        { "POST", "$batch", 10 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_slow_ingest_does_not_bring_back_the_older_version(string method, string path)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        var hold = new HoldPolicy(At(method, path, 0));
        await using var slow = storage.Other(null, hold);
        await storage.DropAsync(File, First);
        var ingest = slow.IngestAsync(File);
        await hold.Reached;
        await storage.DropAndIngestAsync(File, Second);
        hold.Release();
        await ingest;

        await AssertLikeCalmAsync(storage, Second);
    }

    [Theory]
    [MemberData(nameof(ExtractPlaces))]
    public async Task A_slow_extraction_does_not_bring_back_the_older_claims(string method, string path, int skip)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        var hold = new HoldPolicy(At(method, path, skip));
        await using var slow = storage.Other(null, hold);
        await storage.DropAsync(File, First);
        var message = Assert.Single(await storage.Ingestor.IngestAsync(File));
        var extraction = slow.Extractor.ExtractAsync(message);
        await hold.Reached;
        await storage.DropAndIngestAsync(File, Second);
        hold.Release();
        await extraction;

        await AssertLikeCalmAsync(storage, Second);
    }

    [Theory]
    [MemberData(nameof(ExtractPlaces))]
    public async Task A_slow_extraction_does_not_bring_back_a_deleted_article(string method, string path, int skip)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        var hold = new HoldPolicy(At(method, path, skip));
        await using var slow = storage.Other(null, hold);
        await storage.DropAsync(File, First);
        var message = Assert.Single(await storage.Ingestor.IngestAsync(File));
        var extraction = slow.Extractor.ExtractAsync(message);
        await hold.Reached;
        Assert.True(await storage.Deleter.DeleteFileAsync(File));
        hold.Release();
        await extraction;

        Assert.Empty(await storage.ClaimsAsync());
        var state = await storage.SnapshotAsync();
        Assert.DoesNotContain(state.Keys, key => key.StartsWith("parsed/", StringComparison.Ordinal) || key.StartsWith("analysis/", StringComparison.Ordinal));
        Assert.DoesNotContain(state.Keys, key => key.StartsWith("Index/", StringComparison.Ordinal) && !key.Contains("/!~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_deletion_does_not_take_what_was_dropped_after_it()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync(File, First);
        var hold = new HoldPolicy(At("POST", "$batch", 4));
        await using var slow = storage.Other(null, hold);
        var deletion = slow.Deleter.DeleteAsync(ArticleId.From(StorageNames.ArticlesContainer, File));
        await hold.Reached;
        await storage.DropAndIngestAsync(File, Second);
        hold.Release();
        await deletion;

        await AssertLikeCalmAsync(storage, Second);
    }

    private static Func<Request, bool> At(string method, string path, int skip)
    {
        var seen = 0;
        return request => request.Method.Method == method && request.Uri.Path.Contains(path, StringComparison.Ordinal) && Interlocked.Increment(ref seen) == skip + 1;
    }

    private async Task AssertLikeCalmAsync(StorageHarness storage, string text)
    {
        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync(File, text);
        await StorageSnapshot.AssertSameAsync(calm, storage);
    }
}
