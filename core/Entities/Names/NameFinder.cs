using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Finds the names of a text in two passes, the second of which sees what the first made of the same words elsewhere, and repairs them.</summary>
internal sealed class NameFinder(NameTagger tagger)
{
    public List<NameSpan> Find(AnnotatedText text, LexiconMatches lexicon)
    {
        var document = new NameDocument(text, lexicon);
        return NameRepair.Apply(document, tagger.Find(document));
    }
}
