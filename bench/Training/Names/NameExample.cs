using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Bench.Training.Names;

/// <summary>All features of a token at once, which the tagger collects word by word.</summary>
internal static class NameExample
{
    // What dropout leaves out depends on the order: forms and shapes stand first, then classes, then runs.
    private const int OwnForms = 6;
    private const int OwnShapes = OwnForms + 2;
    private const int Surroundings = 7;

    /// <summary><paramref name="votes"/> are those of an earlier pass, or null in the first.</summary>
    public static uint[] Extract(NameDocument document, Sentence sentence, int i, DocumentVotes? votes)
    {
        var words = Enumerable.Range(-NameWindow.Reach, (2 * NameWindow.Reach) + 1).Select(k => WordAt(i + k)).ToArray();
        ref var word = ref words[NameWindow.Reach];
        Span<uint> ownBuffer = stackalloc uint[NameFeatures.MaxCount], besideBuffer = stackalloc uint[NameFeatures.MaxCount];
        Span<uint> contextBuffer = stackalloc uint[NameFeatures.MaxCount], restBuffer = stackalloc uint[NameFeatures.MaxCount];
        var own = new FeatureList(ownBuffer);
        NameFeatures.AddOwn(ref own, word, ClassesAt(i), NameFeatures.At(document, sentence, i));
        var beside = new FeatureList(besideBuffer);
        NameFeatures.AddBefore(ref beside, words[1], ClassesAt(i - 1));
        var before = beside.Count;
        NameFeatures.AddAfter(ref beside, words[3], ClassesAt(i + 1));
        var context = new FeatureList(contextBuffer);
        NameFeatures.AddContext(ref context, document, sentence, i, new NameNeighbours(in words[1], in word, in words[3]));
        var lone = word.StartsUpper ? Surroundings + 1 : Surroundings;
        var rest = new FeatureList(restBuffer);
        rest.Add(NameFeatures.Before2, words[0].Form, NameFeatures.Capital(word));
        rest.Add(NameFeatures.After2, words[4].Form, NameFeatures.Capital(word));
        var two = rest.Count;
        if (word.StartsUpper) NameFeatures.AddCompany(ref rest, (uint)document.Profile.Of(i));
        var company = rest.Count;
        votes?.Add(ref rest, document, i);
        return
        [
            .. ownBuffer[..OwnForms], besideBuffer[0], besideBuffer[before], .. restBuffer[..two], .. contextBuffer[..Surroundings],
            .. ownBuffer[OwnForms..OwnShapes], .. contextBuffer[Surroundings..lone], .. restBuffer[two..company], .. ownBuffer[OwnShapes..own.Count],
            .. besideBuffer[1..before], .. besideBuffer[(before + 1)..beside.Count], .. contextBuffer[lone..context.Count], .. restBuffer[company..rest.Count],
        ];

        bool IsInside(int k) => k >= sentence.FirstToken && k < sentence.EndToken;
        WordFeatures WordAt(int k) => IsInside(k) ? WordFeatures.Of(document.Text.Text, document.Text.Tokens[k], document.Text.FormHash(k)) : NameFeatures.Edge;
        WordClass ClassesAt(int k) => IsInside(k) ? document.Lexicon.Word(k) : WordClass.None;
    }
}
