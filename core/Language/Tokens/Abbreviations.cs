using System.Collections.Frozen;

namespace NewsIngest.Language.Tokens;

/// <summary>The abbreviations of Data/abbreviations.txt, matched with the case they are written in.</summary>
internal static class Abbreviations
{
    private const int Longest = 9;

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> MayEnd =
        LanguageData.Lines("abbreviations.txt").DistinctBy(f => f[0]).ToFrozenDictionary(f => f[0], f => f[1] == "maybe", StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> form) => form.Length <= Longest && MayEnd.ContainsKey(form);

    /// <summary>Whether a sentence may end with this form, which carries its own stop ("U.S.", "Inc.", but not "Mr.").</summary>
    public static bool MayEndSentence(ReadOnlySpan<char> form) =>
        form.Length <= Longest && MayEnd.TryGetValue(form, out var mayEnd) ? mayEnd : form.Length > 2;
}
