namespace NewsIngest.Parsing.Dates;

/// <summary>
/// A calendar day named in a text ("15 February 2022", "Tuesday, Feb. 15"): <paramref name="Year"/> is null when the text leaves it out,
/// <paramref name="Weekday"/> when no weekday stands next to it. Offsets are UTF-16, end-exclusive.
/// </summary>
internal readonly record struct DateExpression(int Start, int End, int? Year, int Month, int Day, DayOfWeek? Weekday)
{
    /// <summary>The day, when the year is given.</summary>
    public DateOnly? Date => Year is { } year ? new DateOnly(year, Month, Day) : null;
}
