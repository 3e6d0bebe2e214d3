using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Query;

/// <summary>Who asks for an article while it is extracted sees no state that what is shown has not.</summary>
public sealed class ArticleWhileExtractedTests(AzuriteFixture azurite)
{
    private const string File = "talks";
    private const string First = "2024-01-01|One\nAnna Berg: first";
    private const string Second = "2024-01-01|One\nAnna Berg: second, corrected";

    [Theory]
    [InlineData(null, First)]
    [InlineData(First, Second)]
    public async Task An_article_that_is_shown_as_done_shows_its_claims(string? before, string after)
    {
        const int most = 5;
        var id = ArticleId.From(StorageNames.ArticlesContainer, File);
        for (var call = 0; call < most; call++)
        {
            await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
            if (before is not null) await storage.DropAndIngestAsync(File, before);
            var seen = -1;
            var hold = new HoldPolicy(_ => Interlocked.Increment(ref seen) == call);
            await using var reader = storage.Other(null, hold);
            await storage.DropAsync(File, after);
            var messages = await storage.Ingestor.IngestAsync(File, TestContext.Current.CancellationToken);

            var asked = reader.Query.ArticleAsync(id, TestContext.Current.CancellationToken);
            await Task.WhenAny(hold.Reached, asked);
            foreach (var message in messages) await storage.Extractor.ExtractAsync(message, TestContext.Current.CancellationToken);
            hold.Release();

            var article = (await asked)!;
            Assert.True(article.State == "done" == (article.Analysis is not null), $"stopped at call {call}: {article.State}, {(article.Analysis is null ? "no analysis" : "an analysis")}");
            Assert.True(article.Analysis is not { } analysis || (analysis.Revision == article.Article.Revision && analysis.Claims.Count == 1), $"stopped at call {call}");
        }
    }
}
