using System.Globalization;
using NewsIngest.Lookup;

namespace NewsIngest.Parsing.Dates;

/// <summary>Names of months and weekdays.</summary>
internal static class Calendar
{
    private static readonly WordTable<int> Months = LoadMonths();

    private static readonly WordTable<DayOfWeek> Weekdays = LoadWeekdays();

    /// <summary>1 to 12, or 0 when the word is no month.</summary>
    public static int Month(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) => Weekdays.TryGetValue(word, out var day) ? day : null;

    /// <summary>Whether the day exists; without a year, in a leap year.</summary>
    public static bool IsDay(int? year, int month, int day) =>
        month is >= 1 and <= 12 && year is null or (>= 1600 and <= 2199) && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2024, month);

    private static WordTable<int> LoadMonths()
    {
        var months = new WordTable<int>(ignoresCase: true);
        foreach (var line in ParsingData.Lines("months.txt"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words.AsSpan(1)) months[word] = int.Parse(words[0], CultureInfo.InvariantCulture);
        }

        return months;
    }

    private static WordTable<DayOfWeek> LoadWeekdays()
    {
        var weekdays = new WordTable<DayOfWeek>(ignoresCase: true)
        {
            ["Tues"] = DayOfWeek.Tuesday,
            ["Weds"] = DayOfWeek.Wednesday,
            ["Thur"] = DayOfWeek.Thursday,
            ["Thurs"] = DayOfWeek.Thursday,
        };
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            var name = day.ToString();
            weekdays[name] = day;
            weekdays[name[..3]] = day;
        }

        return weekdays;
    }
}
