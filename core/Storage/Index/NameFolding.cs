using System.Globalization;
using System.Text;

namespace NewsIngest.Storage.Index;

/// <summary>
/// One spelling for all: lower case, no diacritics, words of letters and digits with one blank between, possessive endings and the dots of acronyms gone.
/// Compatibility decomposition as in Unicode Standard Annex 15 (NFKD).
/// </summary>
internal static class NameFolding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Text from outside may hold halves of surrogate pairs, which cannot be normalised.
        var valid = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0 ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        var source = Ascii.IsValid(valid) ? valid : valid.Normalize(NormalizationForm.FormKD);
        var wordStart = 0;
        var lastDot = -1;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                Append(folded, c);
            }
            else if (c is '\'' or '’' or 'ʼ')
            {
                if (IsPossessiveEnd(source, i)) i++;
            }
            else if (c == '.' && folded.Length > 0 && char.IsLetter(folded[^1]) && folded.Length - Math.Max(wordStart, lastDot) == 1)
            {
                lastDot = folded.Length;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                wordStart = folded.Length;
                lastDot = -1;
            }
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>Whether the folded text <paramref name="folded"/> holds the folded words <paramref name="words"/> one after another, as whole words.</summary>
    public static bool HoldsWords(string folded, string words)
    {
        for (var at = folded.IndexOf(words, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || folded[at - 1] == ' ') && (end == folded.Length || folded[end] == ' ')) return true;
        }

        return false;
    }

    private static bool IsPossessiveEnd(string source, int apostrophe) =>
        apostrophe + 1 < source.Length && source[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 == source.Length || !char.IsLetterOrDigit(source[apostrophe + 2]));

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'æ' or 'Æ': folded.Append("ae"); break;
            case 'œ' or 'Œ': folded.Append("oe"); break;
            case 'ø' or 'Ø': folded.Append('o'); break;
            case 'ł' or 'Ł': folded.Append('l'); break;
            case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
            case 'þ' or 'Þ': folded.Append("th"); break;
            case 'ı' or 'İ': folded.Append('i'); break;
            default: folded.Append(char.ToLowerInvariant(c)); break;
        }
    }
}
