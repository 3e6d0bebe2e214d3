using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Blocks;

/// <summary>Knows a byline ("By Jane Doe and John Roe, Reuters") and a line that only gives a date or time.</summary>
internal static partial class BylineRule
{
    private const int LongestByline = 160;

    private const int LongestName = 40;

    /// <summary>Whether the paragraph names the author and says nothing else.</summary>
    public static bool IsByline(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestByline) return false;
        foreach (var match in By().EnumerateMatches(paragraph))
        {
            var names = paragraph[match.Length..];
            return match.Index == 0 && !names.IsEmpty && AreNames(names);
        }

        return false;
    }

    /// <summary>Whether the line is nothing but the full name of a person, as some set it under the headline.</summary>
    public static bool IsBareName(ReadOnlySpan<char> line) => line.Length <= LongestName && BareName().IsMatch(line) && GivenNames.Contain(line[..line.IndexOf(' ')]);

    /// <summary>Whether the paragraph is only a date, a time or an "Updated …" line.</summary>
    public static bool IsDateLine(ReadOnlySpan<char> paragraph) =>
        paragraph.Length is > 5 and <= LongestByline && paragraph.ContainsAnyInRange('0', '9') && DateLineStart().IsMatch(paragraph) && DateLine().IsMatch(paragraph);

    private static bool AreNames(ReadOnlySpan<char> names)
    {
        var words = 0;
        foreach (var range in names.SplitAny(" ,|/;·"))
        {
            var word = names[range].Trim("().-–—*:");
            if (word.IsEmpty) continue;
            if (char.IsUpper(word[0]) || Agencies.IsName(word)) words++;
            else if (!char.IsDigit(word[0]) && !Joiner().IsMatch(word)) return false;
        }

        var text = names.TrimEnd();
        return words is > 0 and <= 20 && !(text[^1] is '?' or '!' or ':') && !Sentence().IsMatch(names);
    }

    [GeneratedRegex(@"^(?:By|BY|by|Von|Par|Por|Di|Door|Av|Text by|Words by|Story by|Analysis by|Opinion by|Review by|Written by|Report by)[: ] ?(?=[\p{Lu}@])", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:and|in|for|of|the|at|de|del|della|di|da|du|la|le|van|von|der|den|bin|ibn|al|el|y|e|et|und|with|correspondent|reporter|editor|writer|political|diplomatic|chief|senior|staff|special|foreign|business|sports?|economics?|science|health|environment|security|defence|defense|legal|court|crime|affairs|and/or|published|updated|on|a\.?m|p\.?m|am|pm|[a-z]+@[a-z.]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Joiner();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|de|van|von|al|bin|der|la))* \p{Lu}[\p{L}'’-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BareName();

    [GeneratedRegex(@"\p{Ll}{3,}\. \p{Lu}\p{Ll}+ \p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    private const string DatePart = @"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|\d{1,2}(?:st|nd|rd|th)?|\d{4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}-\d\d-\d\dT[\d:.]+Z?|[ap]\.?m|noon|midnight|o'clock|at|on|of|and|published|updated|posted|date|time|last|first|modified|created|release|dated|issued|[+-]\d{2}:?\d{2}|UTC|GMT|BST|CET|CEST|EST|EDT|ET|PT|PST|PDT|CT|CST|CDT|MST|MDT|IST|AEST|AEDT|SAST|JST|hrs?|h|mins?|minutes?|hours?|ago|read|Z)";

    private const string DateMarks = @"[\s,.:;|•·()–—-]*";

    /// <summary>
    /// What every date line begins with. The pattern that reads all of it never looks back, so that no line takes long, but it is not compiled
    /// ahead: making it takes a tenth of a second, which most texts need not wait for.
    /// </summary>
    [GeneratedRegex("^(?:(?:" + DatePart + DateMarks + "){6}|(?:" + DatePart + DateMarks + "){1,5}$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLineStart();

    [GeneratedRegex("^(?:" + DatePart + DateMarks + ")+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DateLine();
}
