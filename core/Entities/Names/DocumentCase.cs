namespace NewsIngest.Entities.Names;

/// <summary>How a word is written elsewhere in the same text: small, or with a capital where no sentence starts.</summary>
internal sealed class DocumentCase
{
    private const byte Small = 1;
    private const byte Capital = 2;

    private readonly NameDocument document;
    private readonly byte[] cases;

    public DocumentCase(NameDocument document)
    {
        this.document = document;
        var text = document.Text;
        cases = text.Work.Rent<byte>(document.FormCount);
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var number = document.FormNumber(i);
                if (number == NameDocument.NoNumber || !document.StartsWithLetter(i)) continue;
                if (document.StartsSmall(i)) cases[number] |= Small;
                else if (i > sentence.FirstToken && document.StartsSmall(i - 1)) cases[number] |= Capital;
            }
        }
    }

    /// <summary>0 never seen elsewhere, 1 small, 2 capital inside a sentence, 3 both. A word without a number never has a capital.</summary>
    public uint Of(int token) => document.FormNumber(token) is var number and not NameDocument.NoNumber ? cases[number] : document.StartsSmall(token) ? Small : 0u;
}
