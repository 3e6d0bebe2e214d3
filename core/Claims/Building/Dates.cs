namespace NewsIngest.Claims.Building;

/// <summary>English names of months and weekdays, whole or abbreviated.</summary>
internal static class Dates
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>1 to 12, or 0 for another word. Needs a capital, so that "may" and "march" are no months.</summary>
    public static int Month(ReadOnlySpan<char> word) => char.IsUpper(word.Length > 0 ? word[0] : ' ') ? Find(Months, word) + 1 : 0;

    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) => Find(Days, word) is >= 0 and var day ? (DayOfWeek)day : null;

    private static int Find(string[] names, ReadOnlySpan<char> word)
    {
        var bare = word.TrimEnd('.');
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].AsSpan();
            if (bare.Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
            if (bare.Length is 3 or 4 && name.StartsWith(bare, StringComparison.OrdinalIgnoreCase) && (bare.Length < word.Length || bare.Length == 3)) return i;
        }

        return -1;
    }
}
