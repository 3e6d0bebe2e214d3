using NewsIngest.Articles;
using NewsIngest.Entities.Coreference;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities;

/// <summary>Finds and types the names of an article and resolves mentions to entities. Safe for concurrent use.</summary>
public sealed class EntityRecognizer
{
    public ArticleEntities Recognize(Article article, AnnotatedText text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        var lexicon = EntityLexicon.Default;
        var matches = new LexiconMatches(text, lexicon);
        var entityText = new EntityText(text, lexicon, matches, ProperNounRuns.Find(text, matches));
        var clusters = NameLinker.Link(entityText);
        return new ArticleEntities(article.Id, entityText, clusters, new DiscourseReader(entityText, clusters));
    }
}
