using NewsIngest.Lookup;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The words of <c>content.tsv</c>, by the beginning of a word.</summary>
internal sealed class ContentHints
{
    private const string Resource = "NewsIngest.Claims.Lexicon.content.tsv";
    private const int ShortestStem = 4;
    private readonly WordTable<Modality> stems = new(ignoresCase: true);
    private readonly int longest;

    private ContentHints()
    {
        foreach (var line in LexiconFile.Lines(Resource))
        {
            var cells = line.Split('\t');
            stems[cells[0]] = Enum.Parse<Modality>(cells[1], ignoreCase: true);
            longest = Math.Max(longest, cells[0].Length);
        }
    }

    public static ContentHints Default { get; } = new();

    public Modality? For(ReadOnlySpan<char> word)
    {
        for (var length = ShortestStem; length <= Math.Min(word.Length, longest); length++)
        {
            if (stems.TryGetValue(word[..length], out var modality)) return modality;
        }

        return null;
    }
}
