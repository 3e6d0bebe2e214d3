using NewsIngest.Lookup;

namespace NewsIngest.Language.Tokens;

/// <summary>How far a word reaches over marks that can stand inside one: stops of abbreviations, number separators, joined prefixes.</summary>
internal static class WordShape
{
    private const int LongestPrefix = 8;

    private static readonly WordSet Prefixes = LanguageData.Set("hyphen-prefixes.txt");

    private static readonly WordSet Tens = new(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], ignoresCase: true);

    /// <summary>End of the word that starts at <paramref name="start"/> inside a run without white space that ends at <paramref name="end"/>.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, int end)
    {
        var at = start + 1;
        if (char.IsHighSurrogate(text[start]) && at < end) at++;
        var segment = start;
        while (at < end)
        {
            var kind = CharClass.At(text, at, out var length);
            if (kind is CharKind.Letter or CharKind.Digit or CharKind.Mark)
            {
                at += length;
                continue;
            }

            if (!Joins(text, start, segment, at, end)) break;
            at++;
            segment = at;
        }

        return at < end && text[at] == '.' && KeepsStop(text, start, segment, at, end) ? at + 1
            : at < end && text[at] == '$' && at - start <= 3 && IsUpper(text[start..at]) ? at + 1
            : at;
    }

    /// <summary>Whether the mark at <paramref name="at"/> stands inside the word; <paramref name="segment"/> is where its last part begins.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int start, int segment, int at, int end)
    {
        if (at + 1 >= end || at == segment) return false;
        var before = CharClass.Of(text[at - 1]);
        var after = CharClass.Of(text[at + 1]);
        if (after is not (CharKind.Letter or CharKind.Digit)) return false;
        var digits = before is CharKind.Digit && after is CharKind.Digit;
        var mark = text[at];
        return mark switch
        {
            '.' => digits || (at - segment <= 2 && before is CharKind.Letter && after is CharKind.Letter && IsDotted(text, at - segment, at + 1, end)),
            ',' => digits && IsThreeDigits(text, at + 1, end),
            ':' or '/' => digits,
            '&' => at - segment <= 3 && IsUpper(text[segment..at]) && char.IsAsciiLetterUpper(text[at + 1]),
            _ when CharClass.IsApostrophe(mark) => before is CharKind.Letter && after is CharKind.Letter && !IsClitic(text, start, at, end),
            _ when CharClass.IsHyphen(mark) => JoinsHyphen(text, start, segment, at, end, digits),
            _ => false,
        };
    }

    /// <summary>U.S, e.g, Ph.D., M.Sc.: one letter, or two that a stop follows.</summary>
    private static bool IsDotted(ReadOnlySpan<char> text, int lettersBefore, int at, int end)
    {
        var next = at + 1;
        if (next < end && CharClass.IsWord(text[next])) next++;
        var stop = next < end && text[next] == '.';
        return lettersBefore == 1 && next == at + 1
            ? next >= end || !CharClass.IsWord(text[next])
            : stop && char.IsUpper(text[at]);
    }

    private static bool IsThreeDigits(ReadOnlySpan<char> text, int at, int end) =>
        at + 3 <= end && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == end || !char.IsAsciiDigit(text[at + 3]));

    private static bool IsClitic(ReadOnlySpan<char> text, int start, int apostrophe, int end) =>
        Clitics.SplitAt(text, start, apostrophe, end, out _) > start;

    private static bool JoinsHyphen(ReadOnlySpan<char> text, int start, int segment, int at, int end, bool digits)
    {
        if (digits) return IsPhoneOrDate(text, start, at, end);
        if (at - segment > LongestPrefix || !char.IsAsciiLetter(text[segment])) return false;
        var part = text[segment..at];
        return Prefixes.Contains(part) || (Tens.Contains(part) && char.IsAsciiLetterLower(text[at + 1]));
    }

    /// <summary>Number groups that are one code (2022-02-15, 555-0143) and not a range (10-12, 1914-1918).</summary>
    private static bool IsPhoneOrDate(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var next = at + 1;
        while (next < end && char.IsAsciiDigit(text[next])) next++;
        var left = at;
        while (left > start && char.IsAsciiDigit(text[left - 1])) left--;
        var isSecondHyphen = left > start && CharClass.IsHyphen(text[left - 1]);
        var hasSecondHyphen = next + 1 < end && CharClass.IsHyphen(text[next]) && char.IsAsciiDigit(text[next + 1]);
        return isSecondHyphen || hasSecondHyphen || (at - left == 3 && next - at - 1 == 4);
    }

    private static bool KeepsStop(ReadOnlySpan<char> text, int start, int segment, int stop, int end)
    {
        if (stop + 1 < end && text[stop + 1] == '.') return false;
        if (stop - segment == 1 && char.IsLetter(text[segment]))
        {
            // U.S., e.g., and single initials; a lone small letter is more often the end of a sentence.
            return segment > start ? text[segment - 1] == '.' : char.IsUpper(text[segment]) && text[segment] != 'I';
        }

        return Abbreviations.Contains(text[start..(stop + 1)]);
    }

    private static bool IsUpper(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (!char.IsAsciiLetterUpper(c)) return false;
        }

        return letters.Length > 0;
    }
}
