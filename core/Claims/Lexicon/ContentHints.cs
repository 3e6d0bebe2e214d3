using NewsIngest.Lookup;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The words of <c>content.tsv</c>, by the beginning of a word.</summary>
internal sealed class ContentHints
{
    private const string Resource = "NewsIngest.Claims.Lexicon.content.tsv";
    private readonly WordTable<Modality> stems = new(ignoresCase: true);

    private ContentHints()
    {
        foreach (var line in LexiconFile.Lines(Resource))
        {
            var cells = line.Split('\t');
            stems[cells[0]] = Enum.Parse<Modality>(cells[1], ignoreCase: true);
        }
    }

    public static ContentHints Default { get; } = new();

    public Modality? For(ReadOnlySpan<char> word) => stems.TryGetBeginning(word, out var modality) ? modality : null;
}
