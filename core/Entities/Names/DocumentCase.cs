namespace NewsIngest.Entities.Names;

/// <summary>How a word is written elsewhere in the same text: small, or with a capital where no sentence starts.</summary>
internal sealed class DocumentCase
{
    private const byte Small = 1;
    private const byte Capital = 2;

    private readonly byte[] cases;

    public DocumentCase(NameDocument document)
    {
        var text = document.Text;
        cases = text.Work.Rent<byte>(document.FormCount);
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var word = document.Word(i);
                if (word.FormNumber == NameToken.NoNumber || !word.StartsWithLetter) continue;
                if (word.StartsSmall) cases[word.FormNumber] |= Small;
                else if (i > sentence.FirstToken && document.Word(i - 1).StartsSmall) cases[word.FormNumber] |= Capital;
            }
        }
    }

    /// <summary>0 never seen elsewhere, 1 small, 2 capital inside a sentence, 3 both. A word without a number never has a capital.</summary>
    public uint Of(in NameToken word) => word.FormNumber != NameToken.NoNumber ? cases[word.FormNumber] : word.StartsSmall ? Small : 0u;
}
