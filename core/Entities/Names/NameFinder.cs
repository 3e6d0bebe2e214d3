using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Finds the names of a text in two passes, the second of which sees what the first made of the same words elsewhere, and repairs them.</summary>
internal sealed class NameFinder(NameModel model)
{
    public List<NameSpan> Find(AnnotatedText text, LexiconMatches lexicon)
    {
        var document = new NameDocument(text, lexicon);
        var first = model.First.Tag(document, votes: null);
        var second = model.Second.Tag(document, new DocumentVotes(document, first));
        return NameRepair.Apply(document, second);
    }
}
