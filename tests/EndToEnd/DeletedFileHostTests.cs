using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.EndToEnd;

public sealed class DeletedFileHostTests(AzuriteFixture azurite)
{
    private const string Story = "Ferry stays in port\n\nRIVERTON, 3 March 2024 - \"The ferry stays in port until Monday,\" said Ada Roth, the harbour master.\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_deleted_from_the_container_takes_its_article_along()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("harbour/ferry 1.txt", Story);
        await host.QueryableAsync("harbour/ferry 1.txt", Story);

        await host.Articles.DeleteBlobAsync("harbour/ferry 1.txt", cancellationToken: Cancel);

        await Eventually.TrueAsync(async () => (await host.StateAsync("harbour/ferry 1.txt"))?.State == "deleted", "the file to be taken out");
        await Eventually.TrueAsync(async () => (await host.GetAsync("api/claims")).GetProperty("items").GetArrayLength() == 0, "its claims to go");
    }

    [Fact]
    public async Task A_message_that_is_no_event_is_given_up_and_listed()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.Storage.Queues.GetQueueClient(StorageNames.DeletedQueue).SendMessageAsync(Convert.ToBase64String("lost"u8), Cancel);

        var items = await Eventually.GetAsync(async () => (await host.GetAsync("api/poison")).GetProperty("items"), items => items.GetArrayLength() == 1, "the message in the poison queue");

        Assert.Equal((StorageNames.DeletedPoisonQueue, "lost"), (items[0].GetProperty("queue").GetString(), items[0].GetProperty("text").GetString()));
        Assert.Equal(1, (await host.GetAsync("api/status")).GetProperty("poisonDepth").GetInt32());
    }

    [Fact]
    public async Task A_deletion_that_was_given_up_is_followed_when_it_is_tried_again()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("AzureWebJobs:FollowDeletion:Disabled", "1"));
        await host.DropAsync("ferry.txt", Story);
        await host.QueryableAsync("ferry.txt", Story);
        await host.Articles.DeleteBlobAsync("ferry.txt", cancellationToken: Cancel);
        const string given = """{"eventType":"Microsoft.Storage.BlobDeleted","data":{"url":"https://a.blob.core.windows.net/articles/ferry.txt"}}""";
        await host.Storage.Queues.GetQueueClient(StorageNames.DeletedPoisonQueue).SendMessageAsync(given, Cancel);

        Assert.Equal("ferry.txt", (await host.GetAsync("api/poison")).GetProperty("items")[0].GetProperty("file").GetString());
        using var answer = await host.Http.PostAsync("api/poison/retry", null, Cancel);
        answer.EnsureSuccessStatusCode();

        Assert.Equal("deleted", (await host.StateAsync("ferry.txt"))?.State);
        Assert.Equal(0, (await host.GetAsync("api/poison")).GetProperty("items").GetArrayLength());
    }
}
