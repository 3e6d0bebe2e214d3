using Azure.Storage.Queues;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>A newer extractor goes over all articles while they are queried.</summary>
public sealed class ReprocessingTests(AzuriteFixture azurite)
{
    private const int Articles = 10;
    private const int Claims = 5;
    private const string NewVersion = "9999.0";
    private const string NewWord = "amended";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Pages end inside articles, so that rows and pages do not coincide.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task A_reader_sees_old_or_new_claims_of_an_article_on_a_page_and_never_both(int limit)
    {
        await using var storage = await WithNewsAsync();
        await using var newer = storage.OfVersion(NewVersion, Amended);
        await newer.Reprocessor.ReprocessOlderAsync(NewVersion, null, cancellationToken: Cancel);
        using var done = new CancellationTokenSource();

        var reading = ReadAsync(storage, limit, done.Token);
        await ExtractAllAsync(newer);
        await done.CancelAsync();
        var pages = await reading;

        Assert.InRange(pages, 1, int.MaxValue);
        var after = await storage.ClaimsAsync();
        Assert.Equal(Articles * Claims, after.Count);
        Assert.All(after, claim => Assert.StartsWith(NewWord, claim.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backlog_is_worked_through_in_steps_and_goes_on_after_a_stop()
    {
        await using var storage = await WithNewsAsync();
        await using var newer = storage.OfVersion(NewVersion, Amended);
        const int step = 4;

        var first = await newer.Reprocessor.ReprocessOlderAsync(NewVersion, null, step, Cancel);
        await ExtractAllAsync(newer);
        Assert.Equal(step, first.Queued);
        Assert.Equal(step, await DoneAsync(storage));

        // Stopped here. With the cursor it goes on behind; without it begins anew and finds only what is left.
        var second = await newer.Reprocessor.ReprocessOlderAsync(NewVersion, first.Next, step, Cancel);
        await ExtractAllAsync(newer);
        Assert.Equal(step, second.Queued);
        var third = await newer.Reprocessor.ReprocessOlderAsync(NewVersion, null, step, Cancel);
        await ExtractAllAsync(newer);
        Assert.Equal(Articles - (2 * step), third.Queued);
        Assert.Null(third.Next);
        Assert.Equal(Articles, await DoneAsync(storage));
        Assert.Equal(0, (await newer.Reprocessor.ReprocessOlderAsync(NewVersion, null, step, Cancel)).Queued);
    }

    private static async Task<int> ReadAsync(StorageHarness storage, int limit, CancellationToken done)
    {
        var pages = 0;
        do
        {
            string? cursor = null;
            do
            {
                var page = await PageAsync(storage, limit, cursor);
                foreach (var article in page.Items.GroupBy(claim => claim.Article.Id))
                    Assert.Single(article.Select(claim => claim.Text.StartsWith(NewWord, StringComparison.Ordinal)).Distinct());
                pages++;
                cursor = page.Next;
            }
            while (cursor is not null);
        }
        while (!done.IsCancellationRequested);
        return pages;
    }

    private static Task<Page<ClaimLine>> PageAsync(StorageHarness storage, int limit, string? cursor) =>
        storage.Query.ClaimsAsync(new ClaimQuery { Limit = limit, Cursor = cursor }, Cancel);

    /// <summary>What the hosts do with the messages of the queue.</summary>
    private static async Task ExtractAllAsync(StorageHarness instance)
    {
        var queue = new QueueClient(instance.Connection, StorageNames.ParsedQueue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        while ((await queue.ReceiveMessagesAsync(QueueMessages, cancellationToken: Cancel)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await instance.Extractor.ExtractAsync(message.Body.ToObjectFromJson<ArticleMessage>(Web)!, Cancel);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
            }
        }
    }

    private const int QueueMessages = 16;
    private static readonly System.Text.Json.JsonSerializerOptions Web = new(System.Text.Json.JsonSerializerDefaults.Web);

    private static async Task<int> DoneAsync(StorageHarness storage) =>
        (await storage.ClaimsAsync()).Where(claim => claim.Text.StartsWith(NewWord, StringComparison.Ordinal)).Select(claim => claim.Article.Id).Distinct().Count();

    private static ArticleAnalysis Amended(Article article)
    {
        var analysis = ScriptedNews.Analyze(article);
        return analysis with { Claims = [.. analysis.Claims.Select(claim => claim with { Text = NewText(claim.Text), Content = [claim.Content[0] with { End = claim.Content[0].Start + NewText(claim.Text).Length }] })] };
    }

    /// <summary>A new extractor that sees shorter contents: the same claims, of other texts.</summary>
    private static string NewText(string text) => text[..NewWord.Length];

    private async Task<StorageHarness> WithNewsAsync()
    {
        var storage = await StorageHarness.CreateAsync(azurite.NewAccount(), Whole);
        for (var i = 0; i < Articles; i++)
            await storage.DropAndIngestAsync($"news-{i}.txt", $"2024-03-{i + 1:00}|News {i}\n{string.Concat(Enumerable.Range(0, Claims).Select(c => $"Anna Berg: {NewWord} later, {i} and {c}\n"))}");
        return storage;
    }

    /// <summary>The old extractor leaves the first word out.</summary>
    private static ArticleAnalysis Whole(Article article)
    {
        var analysis = ScriptedNews.Analyze(article);
        var skip = NewWord.Length + 1;
        return analysis with { Claims = [.. analysis.Claims.Select(claim => claim with { Text = claim.Text[skip..], Content = [claim.Content[0] with { Start = claim.Content[0].Start + skip }] })] };
    }
}
