using System.Collections.Frozen;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The words of <c>content.tsv</c>, by the beginning of a word.</summary>
internal sealed class ContentHints
{
    private const string Resource = "NewsIngest.Claims.Lexicon.content.tsv";
    private const int ShortestStem = 4;
    private readonly FrozenDictionary<string, Modality>.AlternateLookup<ReadOnlySpan<char>> stems;
    private readonly int longest;

    private ContentHints(Dictionary<string, Modality> entries)
    {
        longest = entries.Keys.Max(k => k.Length);
        stems = entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ContentHints Default { get; } = new(LexiconFile.Lines(Resource)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => Enum.Parse<Modality>(cells[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase));

    public Modality? For(ReadOnlySpan<char> word)
    {
        for (var length = ShortestStem; length <= Math.Min(word.Length, longest); length++)
        {
            if (stems.TryGetValue(word[..length], out var modality)) return modality;
        }

        return null;
    }
}
