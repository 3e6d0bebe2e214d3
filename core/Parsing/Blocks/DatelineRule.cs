using System.Text.RegularExpressions;
using NewsIngest.Parsing.Dates;

namespace NewsIngest.Parsing.Blocks;

/// <summary>
/// Finds the dateline at the head of a story: "KYIV, Feb 15 (Reuters) - ", "WASHINGTON (AP) — ", "Mainz (dpa) – ",
/// "SAN DIEGO--(BUSINESS WIRE)--", "MOSCOW, May 3. /TASS/.", "(ANSA) - ROME, MAY 3 -". A place in ordinary letters counts only together with a date or an agency,
/// and one without a dash ("Genève (ats) ") only with an agency that is known.
/// </summary>
internal static partial class DatelineRule
{
    private const int LongestDateline = 120;

    private const int ShortestStory = 20;

    /// <summary>Length of the dateline with its dash, without the space behind it; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, LongestDateline)];
        if (paragraph.Length < ShortestStory || head.IsEmpty || !(char.IsUpper(head[0]) || head[0] is '(')) return 0;
        foreach (var match in Dateline().EnumerateMatches(head))
        {
            if (match.Index != 0) return 0;
            var line = head[..match.Length].TrimEnd();
            return (line[^1] == ')' ? Agencies.IsIn(line[(line.LastIndexOf('(') + 1)..^1]) : IsTold(line)) ? line.Length : 0;
        }

        return 0;
    }

    /// <summary>Whether a paragraph is nothing but a dateline ("PARIS, May 3 (AFP) -").</summary>
    public static bool IsWhole(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestDateline) return false;
        foreach (var match in Dateline().EnumerateMatches(paragraph))
        {
            return match.Index == 0 && match.Length == paragraph.Length && HasAgency(paragraph);
        }

        return false;
    }

    private static bool IsTold(ReadOnlySpan<char> line)
    {
        if (line.ContainsAnyInRange('0', '9') && DateExpressions.Find(line).Count == 0) return false;
        if (HasAgency(line)) return true;
        var place = line.TrimEnd(" -–—―_");
        var comma = place.IndexOf(',');
        if (IsUpper(comma < 0 ? place : place[..comma])) return true;
        return DateExpressions.Find(place).Count > 0;
    }

    private static bool HasAgency(ReadOnlySpan<char> line)
    {
        if (line.Count('/') == 2) return true;
        var open = line.IndexOf('(');
        var close = line.IndexOf(')');
        if (open < 0 || close < open) return false;
        var name = line[(open + 1)..close];
        return Agencies.IsIn(name) || (name.Length <= 25 && IsUpper(name));
    }

    private static bool IsUpper(ReadOnlySpan<char> place)
    {
        var letters = 0;
        foreach (var c in place)
        {
            if (char.IsLower(c)) return false;
            if (char.IsLetter(c)) letters++;
        }

        return letters >= 3;
    }

    // Whether the word is a month is looked up afterwards.
    private const string Date = @"(?:\p{L}{3,10}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2}\.? (?:de )?\p{L}{3,10}\.?(?:,? (?:de )?\d{4})?)";

    private const string Place = @"\p{Lu}[\p{L}.'’\-]*(?:[ /]\(?(?:\p{Lu}[\p{L}.'’\-]*|de|la|of|del|al|am|an|der|sur|upon|do|da)\)?){0,4}";

    [GeneratedRegex(@"^(?:(?:\([A-Za-z/ ]{2,25}\)\s*[-–—]\s*)?(?:" + Place + @"(?:, ?" + Place + @"){0,2}(?:(?:,? ?| [-–—] )" + Date + @")?[,.]?|" + Date + @")\s*(?:[-–—]{1,2}\s*)?(?:\([\p{L}\p{N}&/ .'’\-]{2,40}\)|/[\p{L}\p{N}&+. \-]{2,40}/|(?<= )NTB)?|\([A-Za-z/ ]{2,25}\))\s*(?:\.?--?|[–—―_]|(?<=/)[.:]|(?<=\))(?=\s\p{Lu}))(?=\s|[\p{Lu}“""‘'(]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}
