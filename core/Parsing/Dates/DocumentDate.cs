using System.Globalization;
using System.Text.RegularExpressions;
using NewsIngest.Articles;

namespace NewsIngest.Parsing.Dates;

/// <summary>
/// Tells the day of publication from the text: from its dateline or date line, else from a full date in the story whose weekday
/// the story itself calls by name ("February 15, 2022" and "on Tuesday"). What cannot be told stays unknown.
/// </summary>
internal static partial class DocumentDate
{
    /// <summary>A story with more full dates than this looks back, and none of them need be its own.</summary>
    private const int MostDates = 2;

    private const int NearDays = 7;

    private static readonly string[] NotToday =
        ["until", "till", "by", "since", "before", "after", "from", "through", "between", "and", "to", "than", "born", "last", "next", "deadline", "expires", "ends", "dated", "in", "on"];

    /// <summary>The date with its basis and the span it was read from, or <see cref="PublishedAt.Unknown"/>.</summary>
    public static PublishedAt Resolve(string text, IReadOnlyList<Block> blocks)
    {
        DateExpression? withoutYear = null;
        foreach (var block in blocks)
        {
            if (block.Role is not (BlockRole.Dateline or BlockRole.Byline)) continue;
            foreach (var date in DateExpressions.Find(block.Span.In(text)))
            {
                var found = date with { Start = date.Start + block.Start, End = date.End + block.Start };
                if (found.Date is { } day) return At(day, DateBasis.Dateline, found);
                if (block.Role == BlockRole.Dateline) withoutYear ??= found;
            }
        }

        var story = Story.Read(text, blocks);
        return (withoutYear is { } partial ? WithYearOfStory(partial, story) : FromStory(text, story)) ?? PublishedAt.Unknown;
    }

    private static PublishedAt At(DateOnly day, DateBasis basis, DateExpression found) =>
        new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), basis, new TextSpan(found.Start, found.End));

    /// <summary>"Feb 15" of the dateline, in the year of a full date in the story that lies within a week of it.</summary>
    private static PublishedAt? WithYearOfStory(DateExpression partial, Story story)
    {
        foreach (var date in story.Dates)
        {
            if (date.Date is not { } near || !Calendar.IsDay(near.Year, partial.Month, partial.Day)) continue;
            var day = new DateOnly(near.Year, partial.Month, partial.Day);
            if (Math.Abs(day.DayNumber - near.DayNumber) <= NearDays) return At(day, DateBasis.Inferred, partial);
        }

        return null;
    }

    private static PublishedAt? FromStory(string text, Story story)
    {
        var full = story.Dates.FindAll(d => d.Date is not null);
        if (full.Count == 0) return null;
        if (full.Select(d => d.Date).Distinct().Count() > MostDates) return null;
        var latest = full.MaxBy(d => d.Date);
        var day = latest.Date!.Value;
        return latest.Weekday is null
            && day.Year == story.LatestYear
            && story.Weekdays.Contains(day.DayOfWeek)
            && story.SpeaksOfToday
            && !NotToday.Contains(WordBefore(text, latest.Start), StringComparer.OrdinalIgnoreCase)
            ? At(day, DateBasis.Inferred, latest)
            : null;
    }

    private static string WordBefore(string text, int at)
    {
        while (at > 0 && !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('"' or '“' or '.' or '\n')) at--;
        var end = at;
        while (at > 0 && char.IsLetter(text[at - 1])) at--;
        return text[at..end];
    }

    [GeneratedRegex(@"\b(?:(?<not>last|next|every|each|following|previous|a) )?(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!s)", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:morning|afternoon|evening|night))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Today();

    [GeneratedRegex(@"(?<![\d$€£.,])(?:19|20)\d\d(?![\d%]|[,.]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearNumber();

    /// <summary>The days, weekdays and years that title and body name; a weekday next to its date says nothing about today.</summary>
    private sealed record Story(List<DateExpression> Dates, List<DayOfWeek> Weekdays, int? LatestYear, bool SpeaksOfToday)
    {
        public static Story Read(string text, IReadOnlyList<Block> blocks)
        {
            var dates = new List<DateExpression>();
            var weekdays = new List<DayOfWeek>();
            int? latest = null;
            var today = false;
            foreach (var block in blocks)
            {
                if (block.Role is not (BlockRole.Title or BlockRole.Body)) continue;
                var inBlock = DateExpressions.Find(block.Span.In(text));
                foreach (var date in inBlock) dates.Add(date with { Start = date.Start + block.Start, End = date.End + block.Start });
                foreach (var match in Weekday().EnumerateMatches(block.Span.In(text)))
                {
                    var end = match.Index + match.Length;
                    if (Calendar.Weekday(block.Span.In(text)[match.Index..end]) is { } day && !inBlock.Exists(d => d.Weekday == day && d.Start - end is >= 0 and <= 3))
                        weekdays.Add(day);
                }

                today |= Today().IsMatch(block.Span.In(text));
                foreach (var match in YearNumber().EnumerateMatches(block.Span.In(text)))
                {
                    var year = int.Parse(block.Span.In(text).Slice(match.Index, match.Length), CultureInfo.InvariantCulture);
                    if (latest is null || year > latest) latest = year;
                }
            }

            return new Story(dates, weekdays, latest, today);
        }
    }
}
