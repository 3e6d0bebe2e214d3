using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Dates;

/// <summary>Reads the dates of metadata: ISO 8601 in its long and short form, RFC 5322 mail dates, and written-out days.</summary>
internal static partial class MetadataDate
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = "+00:00",
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["WET"] = "+00:00",
        ["BST"] = "+01:00",
        ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
        ["EET"] = "+02:00",
        ["EEST"] = "+03:00",
        ["MSK"] = "+03:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["AEST"] = "+10:00",
        ["AEDT"] = "+11:00",
        ["JST"] = "+09:00",
        ["SAST"] = "+02:00",
    };

    /// <summary>
    /// The value in ISO 8601: an instant with its offset when time and zone are given, else the day
    /// (a clock time without a zone is no instant).
    /// </summary>
    public static bool TryParse(string value, out string iso)
    {
        iso = "";
        value = value.Trim();
        var match = IsoDate().Match(value);
        if (match.Success) return TryIso(match, out iso);
        var days = DateExpressions.Find(value);
        if (days is not [{ Date: { } day }, ..]) return false;
        iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var time = Time().Match(value);
        if (time.Success && Offset(time.Groups["zone"].Value) is { } offset && Clock(time) is { } clock) iso = $"{iso}T{clock}{offset}";
        return true;
    }

    private static bool TryIso(Match match, out string iso)
    {
        iso = $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}";
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !Calendar.IsDay(day.Year, day.Month, day.Day)) return false;
        if (Offset(match.Groups["zone"].Value) is { } offset && Clock(match) is { } clock) iso = $"{iso}T{clock}{offset}";
        return true;
    }

    private static string? Clock(Match match)
    {
        if (!match.Groups["h"].Success) return null;
        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["half"].Success && hour <= 12) hour = hour % 12 + (match.Groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        var minute = match.Groups["min"].Value;
        var second = match.Groups["s"].Success ? match.Groups["s"].Value : "00";
        return hour < 24 && string.CompareOrdinal(minute, "60") < 0 ? $"{hour:00}:{minute}:{second}" : null;
    }

    private static string? Offset(string zone)
    {
        if (zone.Length == 0) return null;
        if (Zones.TryGetValue(zone, out var offset)) return offset;
        if (zone[0] is not ('+' or '-' or '−')) return null;
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        return $"{(zone[0] == '+' ? '+' : '-')}{digits[..2]}:{digits[2..]}";
    }

    [GeneratedRegex(@"^(?<y>\d{4})-?(?<m>\d\d)-?(?<d>\d\d)(?:[T ]?(?<h>\d\d):?(?<min>\d\d)(?::?(?<s>[0-5]\d)(?:[.,]\d+)?)?\s*(?<zone>Z|[+−-]\d\d:?(?:\d\d)?|[A-Z]{2,4})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![\d:.])(?<h>\d{1,2})[:.](?<min>\d\d)(?::(?<s>[0-5]\d))?\s*(?<half>[ap]\.?m\.?)?\s*\(?(?<zone>[+-]\d\d:?\d\d|[A-Z]{1,4}\b)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();
}
