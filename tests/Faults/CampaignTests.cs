using NewsIngest.Bench.Faults;
using NewsIngest.Bench.Generation;
using Xunit;

namespace NewsIngest.Tests.Faults;

/// <summary>The short form of <c>bench faults</c>: hosts are killed, the storage goes away, events come late and more than once.</summary>
public sealed class CampaignTests
{
    [Fact]
    public async Task Killed_hosts_and_lost_storage_change_nothing()
    {
        var options = new CampaignOptions(Seed: 11, Articles: 30, Kills: 3, Restarts: 1, Hosts: 1) { LongestDelay = TimeSpan.FromSeconds(3) };

        var (result, differences) = await new Campaign(options, TimeProvider.System, TestContext.Current.SendDiagnosticMessage).RunAsync(TestContext.Current.CancellationToken);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal((3, 1), (result.Kills, result.Restarts));
        Assert.InRange(result.Deliveries, result.Files + result.Overwritten, 3 * (result.Files + result.Overwritten));
        Assert.InRange(result.Compared, 30 * 10, int.MaxValue);
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
