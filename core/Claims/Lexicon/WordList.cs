using NewsIngest.Lookup;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The classes of words in <c>words.tsv</c>.</summary>
internal static class WordList
{
    private const string Resource = "NewsIngest.Claims.Lexicon.words.tsv";

    private static readonly ILookup<string, string> Classes = LexiconFile.Lines(Resource)
        .Select(line => line.Split('\t'))
        .ToLookup(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    /// <summary>The words of a class with their inflected forms.</summary>
    /// <exception cref="InvalidDataException">The file has no such class.</exception>
    public static WordSet Of(string name, Func<string, IEnumerable<string>>? forms = null)
    {
        var words = Classes[name];
        if (!words.Any()) throw new InvalidDataException($"words.tsv has no class {name}");
        return new WordSet(forms is null ? words : words.SelectMany(forms), ignoresCase: true);
    }

    public static IEnumerable<string> Plural(string noun) => [noun, noun.EndsWith("ch", StringComparison.Ordinal) ? noun + "es" : noun + "s"];
}
