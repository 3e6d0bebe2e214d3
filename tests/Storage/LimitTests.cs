using System.Globalization;
using Azure;
using Azure.Data.Tables;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class LimitTests(AzuriteFixture azurite)
{
    private const int KeyLimit = 512;
    private const int BinaryLimit = 64 * 1024;

    [Fact]
    public void A_transaction_has_at_most_a_hundred_rows()
    {
        var batcher = new TableBatcher("p");
        for (var i = 0; i < 250; i++) batcher.Add(Add("p", "row" + i));
        Assert.Equal([100, 100, 50], batcher.Batches().Select(batch => batch.Count));
    }

    [Fact]
    public void A_transaction_stays_below_four_mebibytes()
    {
        var batcher = new TableBatcher("p");
        for (var i = 0; i < 99; i++) batcher.Add(Add("p", "row" + i, new byte[60 * 1024]));
        Assert.All(batcher.Batches(), batch => Assert.InRange(batch.Sum(action => TableBatcher.Size(action.Entity)), 1, 4 * 1024 * 1024));
        Assert.Equal(99, batcher.Batches().Sum(batch => batch.Count));
    }

    [Fact]
    public void A_row_of_another_partition_twice_or_too_large_is_refused()
    {
        var batcher = new TableBatcher("p");
        batcher.Add(Add("p", "row"));
        Assert.Throws<InvalidOperationException>(() => batcher.Add(Add("q", "other")));
        Assert.Throws<InvalidOperationException>(() => batcher.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "row"), ETag.All)));
        var large = new TableEntity("p", "large");
        for (var i = 0; i < 16; i++) large["data" + i] = new byte[BinaryLimit];
        Assert.Throws<InvalidOperationException>(() => batcher.Add(new TableTransactionAction(TableTransactionActionType.Add, large)));
    }

    [Theory]
    [InlineData("vladimir putin", "vladimir_putin")]
    [InlineData("a/b\\c#d?e", "a!2fb!5cc!23d!3fe")]
    [InlineData("日本", "!e6!97!a5!e6!9c!ac")]
    [InlineData("a~b_c-d!e'f%", "a!7eb!5fc!2dd!21e!27f!25")]
    public void A_key_is_encoded_without_anything_a_row_key_may_not_hold(string key, string encoded) =>
        Assert.Equal(encoded, IndexKey.Encode(key));

    [Fact]
    public void Half_a_surrogate_pair_in_a_key_is_replaced() => Assert.Equal("a!ef!bf!bdb", IndexKey.Encode("a\ud800b"));

    [Fact]
    public void A_long_key_keeps_its_identity_and_stays_short()
    {
        var one = IndexKey.Encode(new string('漢', 1000));
        var other = IndexKey.Encode(new string('漢', 1001));
        Assert.NotEqual(one, other);
        Assert.InRange(one.Length, 1, 240);
    }

    [Fact]
    public async Task An_article_of_thousands_of_words_is_indexed_overwritten_and_deleted_within_the_limits()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("long.txt", Long("alpha", 150));
        await AssertWithinLimitsAsync(storage);
        Assert.Equal("Speaker 149", Assert.Single(await storage.ClaimsAsync(words: "alpha149x7")).Speaker!.Name);

        await storage.DropAndIngestAsync("long.txt", Long("beta", 120));
        await AssertWithinLimitsAsync(storage);
        Assert.Empty(await storage.ClaimsAsync(words: "alpha149x7"));
        Assert.Equal("Speaker 119", Assert.Single(await storage.ClaimsAsync(words: "beta119x7")).Speaker!.Name);

        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync("long.txt", Long("beta", 120));
        await StorageSnapshot.AssertSameAsync(calm, storage);

        await storage.Deleter.DeleteFileAsync("long.txt");
        Assert.All(await storage.RowsAsync(StorageNames.IndexTable), row => Assert.StartsWith("!~", row.RowKey, StringComparison.Ordinal));
    }

    /// <summary>Partitions of such an article take several transactions each: an instance that dies between them leaves one half done.</summary>
    [Fact]
    public async Task A_change_of_several_transactions_is_completed_after_a_crash()
    {
        await using var calm = await StorageHarness.CreateAsync(azurite.NewAccount());
        await calm.DropAndIngestAsync("long.txt", Long("beta", 120));
        var expected = await calm.SnapshotAsync();
        var crashes = 0;
        foreach (var calls in (int[])[12, 17, 21, 24, 28, 33, 38])
        {
            await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
            await storage.DropAndIngestAsync("long.txt", Long("alpha", 120));
            await storage.DropAsync("long.txt", Long("gamma", 130));
            await CrashAsync(storage, calls);
            await storage.DropAsync("long.txt", Long("beta", 120));
            await CrashAsync(storage, calls);
            await storage.IngestAsync("long.txt");
            StorageSnapshot.AssertSame(expected, await storage.SnapshotAsync(), $"died at call {calls}");
        }

        Assert.Equal(14, crashes);

        async Task CrashAsync(StorageHarness storage, int calls)
        {
            var message = Assert.Single(await storage.Ingestor.IngestAsync("long.txt"));
            await using var dying = storage.Other(null, new CrashPolicy(calls));
            await Assert.ThrowsAsync<CrashException>(() => dying.Extractor.ExtractAsync(message));
            crashes++;
        }
    }

    [Fact]
    public async Task A_claim_of_a_whole_book_is_cut_in_lists_only()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        var content = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => "word" + i.ToString(CultureInfo.InvariantCulture)));
        await storage.DropAndIngestAsync("book.txt", "2024-01-01|Book\nAnna Berg: " + content);
        await AssertWithinLimitsAsync(storage);

        var line = Assert.Single(await storage.ClaimsAsync(speaker: "Berg"));
        Assert.True(line.TextCut);
        Assert.StartsWith(line.Text, content, StringComparison.Ordinal);
        Assert.Equal(content, (await storage.Query.ArticleAsync(line.Article.Id))!.Analysis!.Claims[0].Text);
    }

    private static string Long(string word, int claims) => "2024-01-01|Long\n" + string.Join(
        '\n',
        Enumerable.Range(0, claims).Select(i => $"Speaker {i}: " + string.Join(' ', Enumerable.Range(0, 10).Select(j => $"{word}{i}x{j}"))));

    private static async Task AssertWithinLimitsAsync(StorageHarness storage)
    {
        foreach (var row in await storage.RowsAsync(StorageNames.IndexTable))
        {
            Assert.InRange(row.RowKey.Length, 1, KeyLimit);
            Assert.DoesNotContain(row.RowKey, c => c is '/' or '\\' or '#' or '?' || char.IsControl(c) || c > '~');
            Assert.InRange(TableBatcher.Size(row), 1, TableBatcher.MaxRowBytes);
            Assert.All(row.Select(property => property.Value).OfType<byte[]>(), bytes => Assert.InRange(bytes.Length, 1, BinaryLimit));
        }
    }

    private static TableTransactionAction Add(string partition, string row, byte[]? data = null) =>
        new(TableTransactionActionType.Add, data is null ? new TableEntity(partition, row) : new TableEntity(partition, row) { ["data"] = data });
}
