using System.Collections.Frozen;
using System.Globalization;

namespace NewsIngest.Parsing.Dates;

/// <summary>Names of months and weekdays.</summary>
internal static class Calendar
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = ParsingData.Lines("months.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1).Distinct().Select(word => (word, month: int.Parse(words[0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(m => m.word, m => m.month, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, DayOfWeek>.AlternateLookup<ReadOnlySpan<char>> Weekdays = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => new[] { (day.ToString(), day), (day.ToString()[..3], day) })
        .Concat([("Tues", DayOfWeek.Tuesday), ("Weds", DayOfWeek.Wednesday), ("Thur", DayOfWeek.Thursday), ("Thurs", DayOfWeek.Thursday)])
        .ToFrozenDictionary(d => d.Item1, d => d.Item2, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or 0 when the word is no month.</summary>
    public static int Month(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) => Weekdays.TryGetValue(word, out var day) ? day : null;

    /// <summary>Whether the day exists; without a year, in a leap year.</summary>
    public static bool IsDay(int? year, int month, int day) =>
        month is >= 1 and <= 12 && year is null or (>= 1600 and <= 2199) && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2024, month);
}
