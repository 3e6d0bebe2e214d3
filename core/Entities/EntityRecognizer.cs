using NewsIngest.Articles;
using NewsIngest.Entities.Coreference;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities;

/// <summary>Finds and types the names of an article and resolves mentions to entities. Safe for concurrent use.</summary>
public sealed class EntityRecognizer(Gazetteer gazetteer)
{
    public EntityRecognizer()
        : this(Gazetteer.Empty)
    {
    }

    private readonly EnglishAnnotator annotator = new();
    private readonly Lazy<NameFinder> names = new(() => new NameFinder(NameModel.Default));

    /// <exception cref="Language.Model.ModelException">The name model is missing or broken.</exception>
    public ArticleEntities Recognize(Article article, AnnotatedText text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        var lexicon = EntityLexicon.Default;
        var whole = WholeText.Create(article, text, annotator);
        var matches = new LexiconMatches(whole.All, lexicon);
        var entityText = new EntityText(whole, lexicon, matches, GazetteerNames.Apply(whole.All, gazetteer, names.Value.Find(whole.All, matches)));
        var clusters = NameLinker.Link(entityText, gazetteer);
        return new ArticleEntities(article, entityText, clusters, new DiscourseReader(entityText, clusters));
    }
}
