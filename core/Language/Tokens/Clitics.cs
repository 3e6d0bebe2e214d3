namespace NewsIngest.Language.Tokens;

/// <summary>Contractions that the treebanks split: 's, n't, 'll, can|not, gon|na.</summary>
internal static class Clitics
{
    /// <summary>Whether the letters after an apostrophe are a clitic (s, m, d, re, ve, ll).</summary>
    public static bool IsEnding(ReadOnlySpan<char> letters) => letters.Length switch
    {
        1 => (letters[0] | 0x20) is 's' or 'm' or 'd',
        2 => ((char)(letters[0] | 0x20), (char)(letters[1] | 0x20)) is ('r', 'e') or ('v', 'e') or ('l', 'l'),
        _ => false,
    };

    /// <summary>
    /// Where the word <c>text[start..wordEnd]</c> splits into host and clitic, or -1. The clitic may reach past the word
    /// (host "Moscow", clitic "'s"), up to <paramref name="cliticEnd"/>.
    /// </summary>
    public static int SplitAt(ReadOnlySpan<char> text, int start, int wordEnd, int end, out int cliticEnd)
    {
        cliticEnd = wordEnd;
        if (wordEnd < end && CharClass.IsApostrophe(text[wordEnd])) return ApostropheSplit(text, start, wordEnd, end, out cliticEnd);
        var word = text[start..wordEnd];
        if (word.Length == 6 && word.Equals("cannot", StringComparison.OrdinalIgnoreCase)) return start + 3;
        if (word.Length == 5 && (word.Equals("gonna", StringComparison.OrdinalIgnoreCase) || word.Equals("gotta", StringComparison.OrdinalIgnoreCase)
            || word.Equals("wanna", StringComparison.OrdinalIgnoreCase)))
            return start + 3;
        return -1;
    }

    private static int ApostropheSplit(ReadOnlySpan<char> text, int start, int apostrophe, int end, out int cliticEnd)
    {
        cliticEnd = apostrophe + 1;
        while (cliticEnd < end && cliticEnd - apostrophe <= 3 && CharClass.IsWord(text[cliticEnd])) cliticEnd++;
        if (cliticEnd < end && CharClass.IsWord(text[cliticEnd])) return -1;
        var letters = text[(apostrophe + 1)..cliticEnd];
        if (letters.Length == 1 && (letters[0] | 0x20) == 't' && apostrophe - start > 1 && (text[apostrophe - 1] | 0x20) == 'n') return apostrophe - 1;
        return IsEnding(letters) ? apostrophe : -1;
    }
}
