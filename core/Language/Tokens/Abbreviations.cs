using NewsIngest.Lookup;

namespace NewsIngest.Language.Tokens;

/// <summary>The abbreviations of Data/abbreviations.txt, matched with the case they are written in.</summary>
internal static class Abbreviations
{
    private const int Longest = 9;

    private static readonly WordTable<bool> MayEnd = Load();

    public static bool Contains(ReadOnlySpan<char> form) => form.Length <= Longest && MayEnd.Contains(form);

    /// <summary>Whether a sentence may end with this form, which carries its own stop ("U.S.", "Inc.", but not "Mr.").</summary>
    public static bool MayEndSentence(ReadOnlySpan<char> form) =>
        form.Length <= Longest && MayEnd.TryGetValue(form, out var mayEnd) ? mayEnd : form.Length > 2;

    private static WordTable<bool> Load()
    {
        var table = new WordTable<bool>(ignoresCase: false);
        foreach (var fields in LanguageData.Lines("abbreviations.txt")) table.TryAdd(fields[0], fields[1] == "maybe");
        return table;
    }
}
