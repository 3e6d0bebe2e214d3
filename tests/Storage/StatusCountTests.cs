using System.Globalization;
using Azure.Data.Tables;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>The status of many files: rows as they are stored, put there without their files.</summary>
public sealed class StatusCountTests(AzuriteFixture azurite)
{
    private const int Partitions = 16;
    private const int FilesEach = 80;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task More_files_than_one_call_returns_are_all_counted(int maxPages)
    {
        var counter = new CallCounter();
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), policies: [counter], settings: new() { ["NewsIngest:MaxStatusPages"] = maxPages.ToString(CultureInfo.InvariantCulture) });
        var table = new TableClient(storage.Connection, StorageNames.ArticlesTable);
        for (var partition = 0; partition < Partitions; partition++)
        {
            var digit = partition.ToString("x", CultureInfo.InvariantCulture);
            await table.SubmitTransactionAsync(Enumerable.Range(0, FilesEach).Select(i => Row(digit, i)), TestContext.Current.CancellationToken);
        }

        counter.Reset();
        var status = await storage.Query.StatusAsync();
        var calls = counter.Calls.Count;
        counter.Reset();
        var again = await storage.Query.StatusAsync();

        Assert.True(status.Complete);
        Assert.Equal((Partitions * FilesEach * 3 / 4, Partitions * FilesEach / 4), (status.Files["done"], status.Files["pending"]));
        Assert.Equal(status.Files, again.Files);
        Assert.Equal(Partitions + 1, calls - counter.Calls.Count);
    }

    private static TableTransactionAction Row(string partition, int i) => new(
        TableTransactionActionType.Add,
        new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"file~{partition}{i:d19}"))
        {
            ["blob"] = string.Create(CultureInfo.InvariantCulture, $"{partition}/{i}.txt"),
            ["state"] = i % 4 == 0 ? "pending" : "done",
            ["time"] = DateTimeOffset.UnixEpoch,
            ["version"] = "1.1",
        });
}
