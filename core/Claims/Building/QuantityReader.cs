using System.Globalization;
using NewsIngest.Articles;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Building;

/// <summary>Numbers in the content with what they count: "130,000 troops", "4.5 per cent", "$3 million". Years, days and clock times are no quantities.</summary>
internal static class QuantityReader
{
    private const int FirstYear = 1500;
    private const int LastYear = 2100;

    private static readonly WordTable<double> Words = new(ignoresCase: true)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    private static readonly WordTable<double> Scales = new(ignoresCase: true)
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["m"] = 1e6,
        ["bn"] = 1e9,
    };

    public static IReadOnlyList<Quantity> Read(ArticleReading r, List<TextSpan> content)
    {
        List<Quantity>? found = null;
        foreach (var span in content)
        {
            var end = r.TokenAtOrAfter(span.End);
            for (var i = r.TokenAtOrAfter(span.Start); i < end; i++)
            {
                if (Value(r.Form(i)) is not { } value) continue;
                var first = i;
                while (i + 1 < end && Scales.TryGetValue(r.Form(i + 1), out var scale))
                {
                    value *= scale;
                    i++;
                }

                if (IsDate(r, first, i, value)) continue;
                var unit = Unit(r, first, ref i, end);
                if (unit is null && r.Tag(first) != PennTag.Cd) continue;
                var start = first > 0 && Currency(r.Form(first - 1)) is not null ? first - 1 : first;
                if (r.Token(start).Start < span.Start) continue;
                (found ??= new List<Quantity>(1)).Add(new Quantity(value, unit, r.Token(start).Start, r.Token(i).End));
            }
        }

        return found ?? (IReadOnlyList<Quantity>)[];
    }

    private static double? Value(ReadOnlySpan<char> form)
    {
        if (form.Length > 0 && char.IsAsciiDigit(form[0]))
            return double.TryParse(form, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Words.TryGetValue(form, out var word) ? word : null;
    }

    private static string? Unit(ArticleReading r, int first, ref int i, int end)
    {
        if (first > 0 && Currency(r.Form(first - 1)) is { } currency) return currency;
        var next = i + 1;
        if (next >= end) return null;
        if (r.Form(next) is "%" || r.Is(next, "percent"))
        {
            i = next;
            return "%";
        }

        if (r.Is(next, "per") && next + 1 < end && r.Is(next + 1, "cent"))
        {
            i = next + 1;
            return "%";
        }

        while (next < end && r.Tag(next).IsAdjective()) next++;
        if (next >= end || r.Tag(next) is not (PennTag.Nn or PennTag.Nns)) return null;
        i = next;
        return r.Text.Lemma(next) switch { "dollar" => "USD", "euro" => "EUR", "pound" => "GBP", _ => r.Form(next).ToString().ToLowerInvariant() };
    }

    private static string? Currency(ReadOnlySpan<char> form) => form switch
    {
        "$" or "US$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        _ => null,
    };

    private static bool IsDate(ArticleReading r, int first, int last, double value)
    {
        if (first == last && r.Form(first).Length == 4 && value is >= FirstYear and <= LastYear && (last + 1 >= r.TokenCount || r.Tag(last + 1) is not (PennTag.Nns or PennTag.Nn))) return true;
        if (first > 0 && Dates.Month(r.Form(first - 1)) > 0) return true;
        return last + 1 < r.TokenCount && (Dates.Month(r.Form(last + 1)) > 0 || r.Form(last + 1) is "am" or "pm" or "a.m." or "p.m." or ":");
    }
}
