using System.Text;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;

namespace NewsIngest.Tests.ClaimsTests;

/// <summary>Runs a text through parser, entities, claims and the evidence lock.</summary>
internal static class Extraction
{
    private static readonly ArticleParser Parser = new();
    private static readonly ArticleAnalyzer Analyzer = new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());

    public static IReadOnlyList<Claim> Of(string text, string? publishedAt = null)
    {
        var article = Parser.Parse(new SourceFile("tests", "text.txt", Encoding.UTF8.GetBytes(text)))[0] with { Language = "en" };
        if (publishedAt is not null) article = article with { PublishedAt = new PublishedAt(publishedAt, DateBasis.Given) };
        return Analyzer.Analyze(article).Claims;
    }

    /// <summary>The claims as the spec files write them.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var claims = Of(text);
        var lines = new List<string>();
        foreach (var claim in claims)
        {
            var content = string.Join(" // ", claim.Content.Select(s => text[s.Start..s.End]));
            var line = $"{claim.Speaker?.Name ?? "–"} | {claim.Cue?.Lemma ?? "–"} | {Lower(claim.Form)} | {Lower(claim.Modality)} | {content}";
            if (claim.EmbeddedIn is { } outer) line += $" | in {claims.Select(c => c.Id).ToList().IndexOf(outer) + 1}";
            lines.Add(line);
        }

        return lines;
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
