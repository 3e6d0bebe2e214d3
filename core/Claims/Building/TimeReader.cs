using System.Globalization;
using NewsIngest.Articles;
using NewsIngest.Claims.Reading;
using NewsIngest.Claims.Rules;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Building;

/// <summary>
/// When it was said: the time expression in the cue's sentence, outside the content. It resolves to an ISO day, month or year when it names one,
/// or, relative to the article's date, when it is a weekday or "yesterday": the latest such day that is not after publication.
/// </summary>
internal sealed class TimeReader
{
    private const int Week = 7;

    /// <summary>So many tokens to either side of the cue.</summary>
    private const int Reach = 100;

    private static readonly WordTable<Adverb> Adverbs = new(ignoresCase: true)
    {
        ["today"] = Adverb.Today,
        ["tonight"] = Adverb.Today,
        ["yesterday"] = Adverb.Yesterday,
        ["last"] = Adverb.Last,
    };

    private readonly ArticleReading r;
    private readonly DateOnly? published;

    private enum Adverb
    {
        Today,
        Yesterday,
        Last,
    }

    public TimeReader(ArticleReading reading)
    {
        r = reading;
        published = reading.Article.PublishedAt.Value is { Length: >= 10 } value
            && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    public ClaimTime? Read(ClaimDraft draft)
    {
        if (draft.CueToken < 0) return null;
        var sentence = r.SentenceAt(draft.CueToken);
        for (var i = Math.Max(sentence.FirstToken, draft.CueToken - Reach); i < Math.Min(sentence.EndToken, draft.CueToken + Reach); i++)
        {
            if (At(i, sentence.EndToken) is { Span: { } span } time && !r.InQuote(i) && !draft.Covers(r.Token(i).Start) && !draft.Covers(span.End - 1)) return time;
        }

        return null;
    }

    private ClaimTime? At(int i, int limit)
    {
        var form = r.Form(i);
        var isName = r.Token(i).Upos == Upos.Propn;
        if (isName && Dates.Month(form) is > 0 and var month) return Named(i, month, limit);
        if (isName && Dates.Weekday(form) is { } weekday) return new ClaimTime(Iso(Latest(weekday)), Span(i, PartOfDay(i + 1, limit)));
        if (!Adverbs.TryGetValue(form, out var adverb)) return null;
        return adverb switch
        {
            Adverb.Today => new ClaimTime(Iso(published), Span(i, i + 1)),
            Adverb.Yesterday => new ClaimTime(Iso(published?.AddDays(-1)), Span(i, PartOfDay(i + 1, limit))),
            _ => i + 1 < limit && (r.Is(i + 1, "week") || r.Is(i + 1, "month") || r.Is(i + 1, "year") || r.Is(i + 1, "night")) ? new ClaimTime(Last(i + 1), Span(i, i + 2)) : null,
        };
    }

    private ClaimTime Named(int i, int month, int limit)
    {
        var first = i;
        var end = i + 1;
        int? day = null;
        if (end < limit && Number(end) is >= 1 and <= 31 and var after) (day, end) = (after, end + 1);
        else if (i > 0 && Number(i - 1) is >= 1 and <= 31 and var before) (day, first) = (before, i - 1);
        var comma = end < limit && r.IsComma(end) ? end + 1 : end;
        int? year = null;
        if (comma < limit && r.Form(comma).Length == 4 && Number(comma) is >= 1500 and <= 2100 and var named) (year, end) = (named, comma + 1);
        return new ClaimTime(Value(year, month, day), Span(first, end));
    }

    private string? Value(int? year, int month, int? day)
    {
        if (year is null && published is { } known) year = new DateOnly(known.Year, month, 1) > known ? known.Year - 1 : known.Year;
        if (year is not { } y) return null;
        if (day is not { } d) return string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}");
        return d <= DateTime.DaysInMonth(y, month) ? Iso(new DateOnly(y, month, d)) : null;
    }

    private string? Last(int unit)
    {
        if (published is not { } day) return null;
        if (r.Is(unit, "night")) return Iso(day.AddDays(-1));
        if (r.Is(unit, "month")) return day.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (r.Is(unit, "year")) return (day.Year - 1).ToString("0000", CultureInfo.InvariantCulture);
        var monday = day.AddDays(-Week - ((int)day.DayOfWeek + Week - 1) % Week);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}");
    }

    private DateOnly? Latest(DayOfWeek weekday) =>
        published is { } day ? day.AddDays(-(((int)day.DayOfWeek - (int)weekday + Week) % Week)) : null;

    private int PartOfDay(int i, int limit) =>
        i < limit && (r.Is(i, "morning") || r.Is(i, "afternoon") || r.Is(i, "evening") || r.Is(i, "night")) ? i + 1 : i;

    private int? Number(int i) => int.TryParse(r.Form(i), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private TextSpan Span(int first, int end) => new(r.Token(first).Start, r.Token(end - 1).End);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
