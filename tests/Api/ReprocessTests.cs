using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Api;

/// <summary>Doing again what was done or given up.</summary>
public sealed class ReprocessTests(AzuriteFixture azurite)
{
    private const string Text = "The mill is closed, owner Tora Lund said on Friday.\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_is_extracted_again()
    {
        await using var host = await WithMillAsync();
        var id = ArticleId.From(StorageNames.ArticlesContainer, "mill.txt");
        var before = await host.GetAsync("api/status?file=mill.txt");
        var claims = (await host.GetAsync("api/claims")).GetProperty("items").GetRawText();

        using var accepted = await host.Http.PostAsync($"api/articles/{id}/reprocess", null, Cancel);
        using var unknown = await host.Http.PostAsync("api/articles/00000000000000000000/reprocess", null, Cancel);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NotFound), (accepted.StatusCode, unknown.StatusCode));
        var time = before.GetProperty("time").GetDateTimeOffset();
        await Eventually.GetAsync(
            () => host.GetAsync("api/status?file=mill.txt"),
            file => file.GetProperty("state").GetString() == "done" && file.GetProperty("time").GetDateTimeOffset() > time,
            "the article to be extracted again");
        Assert.Equal(claims, (await host.GetAsync("api/claims")).GetProperty("items").GetRawText());
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("", 0)]
    [InlineData("999.0", 2)]
    public async Task Articles_of_older_versions_are_asked_for(string version, int queued)
    {
        await using var host = await WithMillAsync();
        await host.DropAsync("other.txt", Text + "More");
        await host.QueryableAsync("other.txt", Text + "More");

        using var answer = await host.Http.PostAsync($"api/reprocess?olderThan={version}", null, Cancel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(queued, result.GetProperty("queued").GetInt32());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_backlog_is_worked_through_in_steps_that_can_stop_and_go_on()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        string[] files = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"];
        foreach (var file in files) await host.DropAsync(file, file + "\n\n" + Text);
        foreach (var file in files) await host.QueryableAsync(file, file + "\n\n" + Text);

        var steps = new List<int>();
        string? next = "";
        while (next is not null)
        {
            using var answer = await host.Http.PostAsync($"api/reprocess?olderThan=999&limit=2&cursor={next}", null, Cancel);
            var result = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
            steps.Add(result.GetProperty("queued").GetInt32());
            next = result.GetProperty("next").GetString();
        }

        Assert.Equal([2, 2, 1], steps);
    }

    [Fact]
    public async Task A_file_of_many_articles_says_where_they_are_and_is_extracted_again_as_a_whole()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("many.jsonl", "{\"id\":\"1\",\"text\":\"The mill is closed, owner Tora Lund said.\"}\n{\"id\":\"2\",\"text\":\"The dam is open, owner Tora Lund said.\"}\n");
        await Eventually.GetAsync(() => host.StateAsync("many.jsonl"), file => file?.State == "done", "both articles");
        var address = $"api/articles/{ArticleId.From(StorageNames.ArticlesContainer, "many.jsonl")}";

        using var article = await host.Http.GetAsync(address, Cancel);
        using var again = await host.Http.PostAsync($"{address}/reprocess", null, Cancel);

        Assert.Contains("/api/status?file=many.jsonl", (await article.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Accepted), (article.StatusCode, again.StatusCode));
        await Eventually.GetAsync(() => host.StateAsync("many.jsonl"), file => file?.State == "done", "both articles again");
    }

    [Fact]
    public async Task One_message_is_tried_again_and_the_others_stay()
    {
        await using var host = await WithMillAsync();
        await SendAsync(host, StorageNames.ParsedPoisonQueue, """{"ArticleId":"0123456789abcdef0123","Revision":"x"}""", encoded: true);
        await SendAsync(host, StorageNames.BlobPoisonQueue, """{"ContainerName":"articles","BlobName":"mill.txt"}""", encoded: false);
        var items = (await host.GetAsync("api/poison")).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("queue").GetString()!, item => item.GetProperty("id").GetString());

        using var done = await host.Http.PostAsync($"api/poison/{items[StorageNames.BlobPoisonQueue]}/retry", null, Cancel);
        using var gone = await host.Http.PostAsync($"api/poison/{items[StorageNames.BlobPoisonQueue]}/retry", null, Cancel);
        using var vain = await host.Http.PostAsync($"api/poison/{items[StorageNames.ParsedPoisonQueue]}/retry", null, Cancel);

        Assert.Equal(1, (await done.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("retried").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal("there is no such article any more", (await vain.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("failed")[0].GetProperty("reason").GetString());
        Assert.Equal(1, (await host.GetAsync("api/poison")).GetProperty("depth").GetInt32());
    }

    [Theory]
    [InlineData("olderThan=new", "olderThan")]
    [InlineData("olderThan=1&cursor=x", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("olderthan=1", "olderthan")]
    public async Task What_is_not_understood_is_named(string query, string parameter)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());

        using var answer = await host.Http.PostAsync($"api/reprocess?{query}", null, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Poison_is_listed_and_tried_again()
    {
        await using var host = await WithMillAsync();
        var article = ArticleId.From(StorageNames.ArticlesContainer, "mill.txt");
        await SendAsync(host, StorageNames.ParsedPoisonQueue, $$"""{"ArticleId":"{{article}}","Revision":"x"}""", encoded: true);
        await SendAsync(host, StorageNames.BlobPoisonQueue, """{"ContainerName":"articles","BlobName":"mill.txt"}""", encoded: false);
        await SendAsync(host, StorageNames.BlobPoisonQueue, "what is this", encoded: true);

        var list = await host.GetAsync("api/poison");
        using var retry = await host.Http.PostAsync("api/poison/retry", null, Cancel);
        var result = await retry.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var status = await host.GetAsync("api/status");

        Assert.Equal(3, list.GetProperty("depth").GetInt32());
        var items = list.GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(items, item => item.GetProperty("articleId").GetString() == article);
        Assert.Contains(items, item => item.GetProperty("file").GetString() == "mill.txt");
        Assert.Contains(items, item => item.GetProperty("text").GetString() == "what is this");
        Assert.Equal(2, result.GetProperty("retried").GetInt32());
        Assert.Single(result.GetProperty("failed").EnumerateArray());
        Assert.Equal((0, 1), (status.GetProperty("poisonDepth").GetInt32(), status.GetProperty("blobPoisonDepth").GetInt32()));
        Assert.Equal(0, status.GetProperty("lagSeconds").GetInt64() / 60);
    }

    private static async Task SendAsync(RunningHost host, string queue, string text, bool encoded)
    {
        var client = host.Storage.Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await client.SendMessageAsync(encoded ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)) : text, Cancel);
    }

    private async Task<RunningHost> WithMillAsync()
    {
        var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("mill.txt", Text);
        await host.QueryableAsync("mill.txt", Text);
        return host;
    }
}
