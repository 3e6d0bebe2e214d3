using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>Adds newspapers that the tagger left out: "spoke to The Courier", where the article has the capital of a title.</summary>
internal sealed class PaperNames(NameDocument document)
{
    private readonly AnnotatedText text = document.Text;

    public void Add(List<NameSpan> names, bool[] taken)
    {
        foreach (var sentence in text.Sentences)
        {
            for (var i = document.NextCapital(sentence.FirstToken + 1); i + 1 < sentence.EndToken; i = document.NextCapital(i + 1))
            {
                if (text.Form(i) is not "The" || taken[i + 1] || !IsPaper(i + 1, sentence.EndToken) || !char.IsLower(text.Form(i - 1)[0])) continue;
                names.Add(new NameSpan(i + 1, i + 2, NameType.Organization));
                taken[i + 1] = true;
            }
        }
    }

    private bool IsPaper(int token, int end) =>
        document.StartsUpper(token) && EntityLexicon.Default.GenericNouns.IsTitleOfPaper(text.Form(token)) && (token + 1 == end || !document.StartsUpper(token + 1));
}
