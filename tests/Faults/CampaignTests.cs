using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NewsIngest.Bench.Faults;
using NewsIngest.Bench.Generation;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Faults;

/// <summary>The short form of <c>bench faults</c>: hosts are killed, the storage goes away, events come late and more than once.</summary>
public sealed class CampaignTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Killed_hosts_and_lost_storage_change_nothing()
    {
        var options = new CampaignOptions(Seed: 11, Articles: 30, Kills: 3, Restarts: 1, Hosts: 1) { LongestDelay = TimeSpan.FromSeconds(3), Hangs = 1 };

        var (result, differences) = await new Campaign(options, TimeProvider.System, TestContext.Current.SendDiagnosticMessage).RunAsync(TestContext.Current.CancellationToken);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal((3, 1, 1), (result.Kills, result.Restarts, result.Hangs));
        Assert.InRange(result.Deliveries, result.Files + result.Overwritten, 3 * (result.Files + result.Overwritten));
        Assert.InRange(result.Compared, 30 * 10, int.MaxValue);
    }

    [Fact]
    public async Task The_checker_finds_a_changed_a_missing_and_an_additional_entry()
    {
        await using var expected = await StorageHarness.CreateAsync(azurite.NewAccount());
        await using var actual = await StorageHarness.CreateAsync(azurite.NewAccount());
        foreach (var storage in (StorageHarness[])[expected, actual]) await storage.DropAndIngestAsync("talks.txt", "2024-03-01|Talks\nAnna Berg: the bridge stays open");
        Assert.Empty(await DifferencesAsync());
        var table = new TableClient(actual.Connection, StorageNames.IndexTable);
        var rows = await actual.RowsAsync(StorageNames.IndexTable);

        await table.DeleteEntityAsync(rows[0].PartitionKey, rows[0].RowKey);
        rows[^1]["g"] = "another";
        await table.UpdateEntityAsync(rows[^1], ETag.All, TableUpdateMode.Replace);
        await new BlobContainerClient(actual.Connection, StorageNames.AnalysisContainer).GetBlobClient("left.json").UploadAsync(BinaryData.FromString("{}"));

        Assert.Equal(3, (await DifferencesAsync()).Count);

        async Task<IReadOnlyList<string>> DifferencesAsync() =>
            StorageState.Differences((await StorageState.ReadAsync(expected.Connection)).WithoutOverwritten(), (await StorageState.ReadAsync(actual.Connection)).WithoutOverwritten());
    }

    [Fact]
    public void A_plan_follows_from_its_seed()
    {
        var (plan, again, other) = (CampaignPlan.Create(5, 500), CampaignPlan.Create(5, 500), CampaignPlan.Create(6, 500));

        Assert.Equal(Described(plan), Described(again));
        Assert.NotEqual(Described(plan), Described(other));
        Assert.InRange(plan.Articles, 500, 503);
        Assert.InRange(plan.Overwritten, plan.Files / 10, (plan.Files / 10) + 1);
        Assert.InRange(plan.Deleted, plan.Files / 20, (plan.Files / 20) + 1);
    }

    [Fact]
    public void A_later_version_of_a_file_has_the_same_name_and_other_bytes()
    {
        var news = new NewsGenerator(3);
        for (var file = 0; file < 20; file++)
        {
            var (first, second) = (news.File(file), news.File(file, version: 1));
            Assert.Equal(first.Name, second.Name);
            Assert.NotEqual(Convert.ToHexString(first.Content), Convert.ToHexString(second.Content));
        }
    }

    private static IEnumerable<string> Described(CampaignPlan plan) => plan.Actions.Select(action => action switch
    {
        DeskAction.Drop drop => $"{drop.File.Name} {Convert.ToHexString(drop.File.Content)}",
        DeskAction.Delete delete => $"delete {delete.Blob}",
        _ => throw new InvalidOperationException("unknown action"),
    });
}
