using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class NameTests(AzuriteFixture azurite)
{
    private const string Talks = "2024-03-01|Talks\nAnna Berg: it holds";

    public static TheoryData<string> OddNames =>
    [
        "plain.txt", "with blank.txt", " leading", "folder/sub folder/näme.txt", "日本/新聞.txt", "emoji 🗞️.txt", "quote's.txt", "a&b=c+d,e;f.txt", "100%.txt", "%2F.txt",
        "hash#mark.txt", "question?mark.txt", "col:on.txt", "star*pipe|less<more>.txt", "tilde~at@dollar$^.txt", "[brackets]{braces}(parens).txt", "back`tick!.txt", "\"double\".txt",
        "dots...txt", "no-extension", "-dash", "_under", "e\u0301 combining.txt", "\u202Eright-to-left.txt", "zero\u200Bwidth.txt", "a//b.txt", "~",
    ];

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task An_odd_name_is_kept_found_and_deleted(string name)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync(name, Talks);

        var claim = Assert.Single(await storage.ClaimsAsync(speaker: "Berg"));
        Assert.Equal(name, claim.Article.Blob);
        Assert.Equal(name, (await storage.Query.ArticleAsync(claim.Article.Id))!.Article.Source.Blob);
        Assert.True(await storage.Deleter.DeleteFileAsync(name));
        Assert.False(await storage.Articles.GetBlobClient(name).ExistsAsync());
        Assert.Empty(await storage.ClaimsAsync());
    }

    [Fact]
    public async Task A_name_of_1024_characters_is_kept()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        var name = new string('n', 1024);
        await storage.DropAndIngestAsync(name, Talks);
        Assert.Equal(name, Assert.Single(await storage.ClaimsAsync()).Article.Blob);
    }

    [Theory]
    [InlineData("../parsed/x.json")]
    [InlineData("a/../../analysis/x.json")]
    [InlineData("./x")]
    [InlineData("a\\..\\b")]
    [InlineData("")]
    [InlineData("/rooted")]
    [InlineData("folder/")]
    [InlineData("dot.")]
    [InlineData("new\nline")]
    public async Task A_name_that_points_elsewhere_cannot_be_uploaded(string name)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await Assert.ThrowsAsync<UploadException>(() => storage.Uploader.UploadAsync(name, new MemoryStream([1]), null));
    }

    [Fact]
    public async Task An_event_with_a_name_that_points_elsewhere_is_recorded_as_failed()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await Assert.ThrowsAsync<ParseException>(() => storage.Ingestor.IngestAsync("../parsed/x.json"));
        Assert.Equal("../parsed/x.json", Assert.Single((await storage.Query.StatusAsync()).Failed).File);
        Assert.True(await storage.Deleter.DeleteFileAsync("../parsed/x.json"));
        Assert.Empty((await storage.Query.StatusAsync()).Failed);
    }

    [Fact]
    public async Task An_upload_is_a_drop()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        var uploaded = await storage.Uploader.UploadAsync("new/talks.txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Talks)), "text/plain");
        await storage.IngestAsync(uploaded.Blob);
        Assert.Equal(uploaded.ArticleId, Assert.Single(await storage.ClaimsAsync()).Article.Id);
        Assert.Equal("text/plain", (await storage.Query.ArticleAsync(uploaded.ArticleId))!.Article.Source.ContentType);
    }

    [Fact]
    public async Task Halves_of_surrogate_pairs_and_NUL_keep_the_offsets()
    {
        var text = "2024-03-01|Odd\nAnna Berg: it \ud83d holds \0 and \udc00 stays";
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAsync("odd.txt", text);
        // Whatever a parser does about them, the storage must not stumble.
        await using var odd = storage.With(file => [ScriptedNews.Parse(file)[0] with { Text = text }]);
        await odd.IngestAsync("odd.txt");
        var article = (await odd.Query.ArticleAsync(ArticleId.From(StorageNames.ArticlesContainer, "odd.txt")))!.Article;
        Assert.Equal(text.Length, article.Text.Length);
        Assert.Equal(text.Replace('\ud83d', '\ufffd').Replace('\udc00', '\ufffd'), article.Text);
    }
}
