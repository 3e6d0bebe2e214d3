using System.Globalization;

namespace NewsIngest.Parsing.Dates;

/// <summary>Finds the calendar days that a text names, in the spellings of about twenty languages.</summary>
internal static class DateExpressions
{
    /// <summary>The days named in the text, in order. "03/04/2022" may be two different days and is left out.</summary>
    public static List<DateExpression> Find(ReadOnlySpan<char> text)
    {
        var found = new List<DateExpression>();
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAnyInRange('0', '9');
            if (next < 0) break;
            var start = i + next;
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (At(text, start, end) is { } date)
            {
                found.Add(date);
                end = Math.Max(end, date.End);
            }

            i = end;
        }

        return found;
    }

    private static DateExpression? At(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        if (char.IsLetter(before) || before is '$' or '€' or '£' or '-' or '/' or '#' or '@' || (before is '.' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2]))) return null;
        if (end - start == 4) return Iso(text, start);
        if (end - start > 2) return null;
        var day = Number(text[start..end]);
        if (day is < 1 or > 31) return null;
        return Numeric(text, start, end, day) ?? DayThenMonth(text, start, end, day) ?? MonthThenDay(text, start, end, day);
    }

    private static DateExpression? Iso(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        if (rest.Length < 10 || rest[4] is not ('-' or '/' or '.') || rest[7] != rest[4]) return null;
        if (!IsDigits(rest[5..7]) || !IsDigits(rest[8..10]) || (rest.Length > 10 && char.IsAsciiDigit(rest[10]))) return null;
        return Make(text, start, start + 10, Number(rest[..4]), Number(rest[5..7]), Number(rest[8..10]));
    }

    private static DateExpression? Numeric(ReadOnlySpan<char> text, int start, int end, int first)
    {
        if (end >= text.Length || text[end] is not ('.' or '/' or '-')) return null;
        var separator = text[end];
        var at = end + 1;
        var second = Digits(text, at, 2);
        if (second == 0 || at + second >= text.Length || text[at + second] != separator) return null;
        var yearAt = at + second + 1;
        if (Digits(text, yearAt, 4) != 4 || (yearAt + 4 < text.Length && char.IsAsciiDigit(text[yearAt + 4]))) return null;
        var other = Number(text.Slice(at, second));
        var year = Number(text.Slice(yearAt, 4));
        if (separator == '.') return Make(text, start, yearAt + 4, year, other, first);
        if (first > 12 || first == other) return Make(text, start, yearAt + 4, year, other, first);
        return other > 12 ? Make(text, start, yearAt + 4, year, first, other) : null;
    }

    private static DateExpression? DayThenMonth(ReadOnlySpan<char> text, int start, int end, int day)
    {
        var at = SkipOrdinal(text, end);
        at = SkipSpace(text, at);
        at = SkipWord(text, at, "de");
        at = SkipWord(text, at, "of");
        var word = WordAt(text, at);
        var month = at == end ? 0 : Calendar.Month(word);
        if (month == 0) return null;
        at += word.Length;
        if (at < text.Length && text[at] == '.' && word.Length <= 5) at++;
        return WithYear(text, start, at, month, day);
    }

    private static DateExpression? MonthThenDay(ReadOnlySpan<char> text, int start, int end, int day)
    {
        var at = start;
        while (at > 0 && text[at - 1] is ' ' or '\u00A0') at--;
        if (at == start) return null;
        if (at > 0 && text[at - 1] == '.') at--;
        var word = WordBefore(text, at);
        var month = Calendar.Month(word);
        if (month == 0 || !char.IsUpper(word[0])) return null;
        return WithYear(text, at - word.Length, SkipOrdinal(text, end), month, day);
    }

    private static DateExpression? WithYear(ReadOnlySpan<char> text, int start, int end, int month, int day)
    {
        var at = end;
        if (at < text.Length && text[at] == ',') at++;
        at = SkipSpace(text, at);
        at = SkipWord(text, at, "de");
        at = SkipWord(text, at, "del");
        if (at > end && Digits(text, at, 4) == 4 && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4])) && Number(text.Slice(at, 4)) is >= 1600 and <= 2199 and var year)
            return Make(text, start, at + 4, year, month, day);
        return Make(text, start, end, null, month, day);
    }

    private static DateExpression? Make(ReadOnlySpan<char> text, int start, int end, int? year, int month, int day)
    {
        if (!Calendar.IsDay(year, month, day)) return null;
        var at = start;
        while (at > 0 && text[at - 1] is ' ' or '\u00A0' or ',' or '.') at--;
        return new DateExpression(start, end, year, month, day, Calendar.Weekday(WordBefore(text, at)));
    }

    private static int SkipOrdinal(ReadOnlySpan<char> text, int at)
    {
        var word = WordAt(text, at);
        if (word is "st" or "nd" or "rd" or "th" or "er" or "º" or "ª") return at + word.Length;
        return at + 1 < text.Length && text[at] == '.' && text[at + 1] is ' ' or '\u00A0' ? at + 1 : at;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F') at++;
        return at;
    }

    private static int SkipWord(ReadOnlySpan<char> text, int at, string word) =>
        WordAt(text, at).SequenceEqual(word) && at + word.Length < text.Length && text[at + word.Length] == ' ' ? at + word.Length + 1 : at;

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return at < end ? text[at..end] : [];
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text[start..at];
    }

    private static int Digits(ReadOnlySpan<char> text, int at, int most)
    {
        var count = 0;
        while (count < most && at + count < text.Length && char.IsAsciiDigit(text[at + count])) count++;
        return count;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
