using System.Collections.Frozen;

namespace NewsIngest.Claims.Reading;

/// <summary>Nouns that say when, not who.</summary>
internal static class TimeWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December", "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening",
        "night", "week", "weekend", "month", "year", "day", "hour", "minute", "moment", "time", "days", "weeks", "months", "years", "hours",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
