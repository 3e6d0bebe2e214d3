using System.Globalization;

namespace NewsIngest.Language.Tokens;

internal enum CharKind : byte
{
    Space,
    Letter,
    Digit,
    Mark,
    Symbol,
}

/// <summary>What a character is to the tokenizer.</summary>
internal static class CharClass
{
    private static readonly CharKind[] Ascii = ClassifyAscii();

    public static CharKind Of(char c) => c < 128 ? Ascii[c] : Classify(c);

    /// <summary>The kind of the character at <paramref name="at"/> and its length in UTF-16 units; a lone surrogate is a symbol of length 1.</summary>
    public static CharKind At(ReadOnlySpan<char> text, int at, out int length)
    {
        var c = text[at];
        length = 1;
        if (!char.IsSurrogate(c)) return Of(c);
        if (at + 1 >= text.Length || !char.IsSurrogatePair(c, text[at + 1])) return CharKind.Symbol;
        length = 2;
        return Classify(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[at + 1])));
    }

    public static bool IsWord(char c) => Of(c) is CharKind.Letter or CharKind.Digit;

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '＇';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>Marks that close a quotation or bracket after the full stop of a sentence.</summary>
    public static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or '»' or '›' or ')' or ']' or '}' or '“' or '＂' or '″';

    public static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '«' or '‹' or '„' or '‚' or '(' or '[' or '{' or '＂' or '’' or '‟';

    private static CharKind[] ClassifyAscii()
    {
        var kinds = new CharKind[128];
        for (var c = '\0'; c < kinds.Length; c++) kinds[c] = Classify(c);
        return kinds;
    }

    private static CharKind Classify(char c) => c switch
    {
        // Joiners and the soft hyphen stand inside words; the other invisible characters separate them.
        '\u00AD' or '\u200C' or '\u200D' => CharKind.Mark,
        '_' => CharKind.Letter,
        _ => Classify(CharUnicodeInfo.GetUnicodeCategory(c)),
    };

    private static CharKind Classify(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => CharKind.Letter,
        UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Mark,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format => CharKind.Space,
        _ => CharKind.Symbol,
    };
}
