using System.Text;
using NewsIngest.Analysis;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Quality;

/// <summary>The extraction as the product runs it, without storage.</summary>
internal static class Pipeline
{
    private static readonly ArticleParser Parser = new();
    private static readonly ArticleAnalyzer Analyzer = new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());

    public static ArticleAnalysis Run(string id, string text)
    {
        var article = Parser.Parse(new SourceFile("bench", "text.txt", Encoding.UTF8.GetBytes(text)))[0];
        if (article.Text != text) throw new InvalidDataException($"text {id} changed on the way through the parser: offsets would not match");
        return Analyzer.Analyze(article with { Id = id });
    }
}
