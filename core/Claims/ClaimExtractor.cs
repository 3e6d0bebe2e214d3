using NewsIngest.Articles;
using NewsIngest.Claims.Building;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Claims.Rules;
using NewsIngest.Entities;
using NewsIngest.Language;

namespace NewsIngest.Claims;

/// <summary>Finds who said what. Safe for concurrent use.</summary>
public sealed class ClaimExtractor
{
    /// <summary>The claims of an article, in text order; unnamed speakers are added to <paramref name="entities"/>.</summary>
    public IReadOnlyList<Claim> Extract(Article article, AnnotatedText text, ArticleEntities entities)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(entities);
        var reading = new ArticleReading(article, text, entities, CueLexicon.Default);
        return ClaimBuilder.Build(reading, RuleBook.Apply(reading));
    }
}
