using System.Text.RegularExpressions;

namespace NewsIngest.Parsing;

/// <summary>Reads the names in a byline and the agency in a dateline.</summary>
internal static partial class Bylines
{
    private const int LongestName = 60;

    private const int LongestInitials = 4;

    /// <summary>"By Jane Doe and John Roe in Kyiv, Reuters" → Jane Doe, John Roe.</summary>
    public static IEnumerable<string> Names(string byline) => Names(byline, arePeople: false);

    /// <summary>The names in what markup says to be people: then a "Press" among them is one.</summary>
    public static IEnumerable<string> People(string names) => Names(names, arePeople: true);

    private static IEnumerable<string> Names(string byline, bool arePeople)
    {
        var text = Lead().Replace(byline.Trim(), "");
        text = Address().Replace(Tail().Replace(text, ""), "");
        foreach (var part in Separator().Split(text))
        {
            var name = Place().Replace(part, "").Trim(' ', '.', ',', ':', '-', '–', '—', '|', '(', ')', '*');
            if (name.Length is < 2 or > LongestName || name.Contains('@') || name.Any(char.IsDigit)) continue;
            if (IsPerson(name, arePeople)) yield return name;
        }
    }

    /// <summary>The names of two words or more: a user name or initials, which systems write as well, are none.</summary>
    public static IEnumerable<string> FullNames(string byline) => Names(byline).Where(name => name.Contains(' ') || name.Any(c => c >= '\u2E80'));

    /// <summary>"KYIV, Feb 15 (Reuters) -" → Reuters, "NORRVIK, Feb 15 Kyodo -" → Kyodo.</summary>
    public static string? Agency(ReadOnlySpan<char> dateline)
    {
        var open = dateline.IndexOfAny('(', '/');
        var close = dateline.LastIndexOfAny(')', '/');
        if (open >= 0 && close > open + 1) return dateline[(open + 1)..close].Trim().ToString();
        var place = dateline.TrimEnd(" -–—_.");
        var last = place[(place.LastIndexOf(' ') + 1)..];
        return last.Length < place.Length && Blocks.Agencies.IsName(last) ? last.ToString() : null;
    }

    private static bool IsPerson(string name, bool isGiven)
    {
        if (Blocks.Agencies.IsName(name) || (!isGiven && (Job().IsMatch(name) || Organization().IsMatch(name)))) return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (isGiven && Job().Count(name) == words.Length) return false;
        if (words.Length > 1 && words[0].Length <= LongestInitials && words[0].All(char.IsUpper) && Blocks.Agencies.IsName(words[0])) return false;
        return words.Length is >= 1 and <= 6 && char.IsUpper(words[0][0]) && (char.IsUpper(words[^1][0]) || words[^1] is [_, '\'' or '’', var after, ..] && char.IsUpper(after));
    }

    [GeneratedRegex(@"^\W*(?:(?:text|words|story|analysis|opinion|review|written|report|reported|reporting|additional reporting|posted|published|von|par|por|di|door|av)\s+by|by|von|par|por|di|door|av|author|authors)\b[:\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(?:[|•·]|\b(?:published|updated|posted|last updated|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b|\d{1,2}:\d\d|\bfor (?:the )?[A-Z]).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*[(<]?(?:[\w.+-]+)?@[\w.-]+[)>]?", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+(?:in|at|aus|à|en|for|of)\s+.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    /// <summary>"The Norrvik Times", "Norrvik.example".</summary>
    [GeneratedRegex(@"^The \p{Lu}|\w\.\p{Ll}{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Organization();

    [GeneratedRegex(@"\b(?:correspondents?|reporters?|editors?|writers?|staff|agency|agencies|newsroom|desk|news|team|associated press|columnist|analyst|contributor|producer|bureau|chief|political|diplomatic|business|science|health|sports?|senior|special|environment|economics|press|media)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Job();
}
