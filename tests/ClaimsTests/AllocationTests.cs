using System.Text.Json;
using NewsIngest.Analysis;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.ClaimsTests;

public sealed class AllocationTests
{
    /// <summary>A quarter above what it takes: an array or a string for each token that comes from no pool is found out.</summary>
    private const double MostPerResultByte = 13;

    [Fact]
    public void An_analysis_leaves_little_for_the_garbage_collector()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 12).Select(i =>
            $"The harbour board will close pier {i} in spring, said Ana Roth, the mayor of Norrvik. “We have waited {i} years for this,” she told reporters on Monday. "
            + $"Jon Vik of the Dockers’ Union called plan {i} a gift to shipowners and warned that {i * 10} jobs would go."));
        var article = GivenText.ToArticle("allocation", text);
        var analyzer = new ArticleAnalyzer(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());
        var result = JsonSerializer.SerializeToUtf8Bytes(analyzer.Analyze(article)).Length;
        for (var i = 0; i < 5; i++) analyzer.Analyze(article);

        var before = GC.GetAllocatedBytesForCurrentThread();
        analyzer.Analyze(article);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < MostPerResultByte * result, $"{allocated} bytes for a result of {result}");
    }
}
