namespace NewsIngest.Lookup;

/// <summary>Compares a passage with a word that the code names.</summary>
internal static class Word
{
    private const int Small = 0x20;

    /// <summary>
    /// Whether they are the same but for capital and small letters. Most differ in length or in their first letter: the two letters that look the same then are told
    /// apart by the comparison.
    /// </summary>
    public static bool Is(ReadOnlySpan<char> form, string word) =>
        form.Length == word.Length && (form[0] | Small) == (word[0] | Small) && form.Equals(word, StringComparison.OrdinalIgnoreCase);
}
