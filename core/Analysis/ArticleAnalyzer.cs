using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;

namespace NewsIngest.Analysis;

/// <summary>From an article to its entities and claims. Deterministic, holds no state between articles, safe for concurrent use.</summary>
public sealed class ArticleAnalyzer(EnglishAnnotator annotator, EntityRecognizer recognizer, ClaimExtractor extractor)
{
    /// <summary>Changes whenever the same article could give another result; stored with every analysis.</summary>
    public const string Version = "6";

    private const string ExtractedLanguage = "en";

    /// <summary>Analyses one article; one in another language than English comes back with <see cref="ArticleAnalysis.NotExtracted"/> set.</summary>
    /// <exception cref="EvidenceException">A span of the result does not cover the text it was read from.</exception>
    public ArticleAnalysis Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var analysis = new ArticleAnalysis
        {
            Id = article.Id,
            Revision = article.Revision,
            ExtractorVersion = Version,
            Excluded = Excluded(article.Blocks),
        };
        if (article.Language != ExtractedLanguage)
            return analysis with { NotExtracted = $"language {article.Language}" };

        using var text = annotator.Annotate(article.Text, article.Blocks);
        var entities = recognizer.Recognize(article, text);
        var claims = extractor.Extract(article, text, entities);
        analysis = analysis with { Entities = entities.ToList(), Claims = claims };
        EvidenceLock.Check(article, analysis);
        return analysis;
    }

    private static List<Exclusion> Excluded(IReadOnlyList<Block> blocks)
    {
        var excluded = new List<Exclusion>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is { Role: BlockRole.Caption or BlockRole.Boilerplate } block)
                excluded.Add(new Exclusion(block.Start, block.End, block.Reason ?? block.Role.ToString().ToLowerInvariant()));
        }

        return excluded;
    }
}
