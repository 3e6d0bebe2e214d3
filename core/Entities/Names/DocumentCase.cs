using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>How a word is written elsewhere in the same text: small, or with a capital where no sentence starts.</summary>
internal sealed class DocumentCase
{
    private readonly HashSet<uint> small = [];
    private readonly HashSet<uint> capital = [];

    public DocumentCase(AnnotatedText text)
    {
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var form = text.Form(i);
                if (!char.IsLetter(form[0])) continue;
                if (char.IsLower(form[0])) small.Add(text.FormHash(i));
                else if (i > sentence.FirstToken && char.IsLetterOrDigit(text.Form(i - 1)[0]) && char.IsLower(text.Form(i - 1)[0])) capital.Add(text.FormHash(i));
            }
        }
    }

    /// <summary>0 never seen elsewhere, 1 small, 2 capital inside a sentence, 3 both.</summary>
    public uint Of(uint form) => (small.Contains(form) ? 1u : 0u) | (capital.Contains(form) ? 2u : 0u);
}
