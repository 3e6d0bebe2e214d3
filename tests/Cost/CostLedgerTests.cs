using System.Text;
using NewsIngest.Articles;
using NewsIngest.Bench.Cost;
using NewsIngest.Bench.Storage;
using NewsIngest.Query;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Cost;

/// <summary>Calls are charged to the article they were made for.</summary>
public sealed class CostLedgerTests
{
    private const string Account = "/devstoreaccount1/";
    private static readonly string Single = ArticleId.From(StorageNames.ArticlesContainer, "a.txt");
    private static readonly string Feed = ArticleId.From(StorageNames.ArticlesContainer, "feed.xml");
    private static readonly string One = ArticleId.From(StorageNames.ArticlesContainer, "feed.xml", "1");
    private static readonly string Two = ArticleId.From(StorageNames.ArticlesContainer, "feed.xml", "2");
    private static readonly FileStatus[] Files = [Done("a.txt", Single), Done("feed.xml", One, Two)];

    [Fact]
    public void Calls_for_a_file_are_shared_by_its_articles_and_those_for_an_article_are_its_own()
    {
        var owned = new CallOwners(Files).Assign(
        [
            Call(StorageService.Blob, "PUT", "articles/a.txt"),
            Call(StorageService.Blob, "PUT", "articles/feed.xml"),
            Call(StorageService.Table, "GET", $"Articles(PartitionKey='0',RowKey='file~{Feed}')"),
            Call(StorageService.Table, "POST", "$batch", $"PUT http://x/Articles(PartitionKey='0',RowKey='article~{Single}') PUT http://x/Articles(PartitionKey='0',RowKey='file~{Single}')"),
            Call(StorageService.Table, "POST", "$batch", $"{{\"RowKey\":\"d~~000000000001~{One}~0000\"}}"),
            Call(StorageService.Blob, "PUT", $"parsed/{Two}.json"),
        ]);
        var ledger = new CostLedger(Files, owned);

        Assert.Equal([2, 2, 2], ledger.PerArticle);
        Assert.Equal((3, 2, 1), (ledger.ByKind[CallKind.BlobWrite], ledger.ByKind[CallKind.TableTransaction], ledger.ByKind[CallKind.TableRead]));
        Assert.Equal((2, 2), (ledger.Quantile(0.5), ledger.Quantile(0.95)));
    }

    [Fact]
    public void A_receipt_of_two_messages_counts_for_both_and_their_deletions_for_each()
    {
        var owned = new CallOwners(Files).Assign(
        [
            Call(StorageService.Queue, "GET", "articles-parsed/messages?numofmessages=16", "", $"<L>{Message("m1", One)}{Message("m2", Two)}</L>"),
            Call(StorageService.Queue, "DELETE", "articles-parsed/messages/m2?popreceipt=x"),
            Call(StorageService.Queue, "POST", "articles-parsed/messages", Message("", Single)),
        ]);

        Assert.Equal([One, Two], owned[0].Owners);
        Assert.Equal([Two], owned[1].Owners);
        Assert.Equal([Single], owned[2].Owners);
        Assert.All(owned, call => Assert.Equal(CallPurpose.Article, call.Purpose));
    }

    [Fact]
    public void What_was_made_for_no_article_is_told_apart()
    {
        var owned = new CallOwners(Files).Assign(
        [
            Call(StorageService.Queue, "GET", "articles-parsed/messages"),
            Call(StorageService.Blob, "GET", "articles?restype=container&comp=list"),
            Call(StorageService.Blob, "PUT", "azure-webjobs-hosts/notes"),
            Call(StorageService.Table, "POST", "Tables"),
            Call(StorageService.Queue, "GET", "articles-parsed?comp=metadata"),
        ]);

        Assert.Equal([CallPurpose.Polling, CallPurpose.Watching, CallPurpose.Watching, CallPurpose.Standing, CallPurpose.Standing], owned.Select(call => call.Purpose));
    }

    private static FileStatus Done(string file, params string[] articles) => new(file, "done", null, DateTimeOffset.UnixEpoch, articles);

    private static string Message(string id, string article) =>
        $"<QueueMessage><MessageId>{id}</MessageId><MessageText>{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"articleId\":\"{article}\",\"revision\":\"r\"}}"))}</MessageText></QueueMessage>";

    private static StorageCall Call(StorageService service, string method, string target, string body = "", string answer = "") =>
        new(service, method, Account + target, [], Encoding.UTF8.GetBytes(body), 200, Encoding.UTF8.GetBytes(answer), 0, 1);
}
