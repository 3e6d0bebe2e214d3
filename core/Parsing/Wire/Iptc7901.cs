using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Wire;

/// <summary>
/// The text of an IPTC 7901 message: keywords and notes in lines of their own, the headline, the byline; agencies end this head with "=" or "+".
/// Without that mark the first line or two are the headline, and an empty or indented line begins the story.
/// </summary>
internal static partial class Iptc7901
{
    private const int LongestHead = 12;

    private const int LongestUnmarkedHeadline = 3;

    private const int LongestKeywords = 80;

    public static void Read(string text, ArticleDraft draft, ArticleComposer composer)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 0, Math.Min(lines.Length, LongestHead), line => line.TrimEnd() is [.., '=' or '+']);
        var story = end >= 0 ? end + 1 : UnmarkedHead(lines);
        WriteHead([.. lines[..story].Select(line => line.TrimEnd('=', '+', ' ').Trim()).Where(line => line.Length > 0)], end >= 0, draft, composer);
        var notes = Array.FindIndex(lines, story, line => Notes().IsMatch(line));
        WireLines.Write(string.Join('\n', lines[story..(notes < 0 ? lines.Length : notes)]), composer);
        if (notes < 0) return;
        foreach (var line in lines[notes..]) composer.Boilerplate(line, "notes to editors");
    }

    private static int UnmarkedHead(string[] lines)
    {
        var at = 0;
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at])) at++;
        var first = at;
        while (at < lines.Length && at - first < LongestUnmarkedHeadline && !string.IsNullOrWhiteSpace(lines[at]) && !Blocks.BylineRule.IsByline(lines[at].Trim())
            && (at == first || !WireLines.IsIndented(lines[at]))) at++;
        return at;
    }

    private static void WriteHead(List<string> head, bool isMarked, ArticleDraft draft, ArticleComposer composer)
    {
        var headline = isMarked ? head.Where((line, i) => !IsByline(line, i) && !IsKeywords(line) && !Instruction().IsMatch(line)).ToList() : head;
        if (headline.Count == 0) headline = head.Where((line, i) => !IsByline(line, i)).ToList();
        while (headline.Count > 1 && headline[1].StartsWith(headline[0], StringComparison.Ordinal)) headline.RemoveAt(0);
        draft.SetTitle(string.Join(' ', headline), "first line");
        composer.Title(draft.Title);
        foreach (var line in head.Except(headline))
        {
            if (IsByline(line, head.IndexOf(line))) composer.Byline(line);
            else composer.Boilerplate(line, "wire note");
        }
    }

    /// <summary>Below a headline "By dpa correspondents" is a byline as well.</summary>
    private static bool IsByline(string line, int number) => Blocks.BylineRule.IsByline(line) || (number > 0 && SignedBy().IsMatch(line));

    /// <summary>"Switzerland/migration/UN/" or "BC-Soccer-Cup".</summary>
    private static bool IsKeywords(string line) => line.Length <= LongestKeywords && (line.EndsWith('/') || Slug().IsMatch(line));

    [GeneratedRegex(@"^(?:By|Von|Par|Por|Door|Di) (?:\p{Lu}|dpa\b)", RegexOptions.CultureInvariant)]
    private static partial Regex SignedBy();

    [GeneratedRegex(@"^(?:am|pm|bc)-\S+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^(?:\([^)]*\)|(?:\d{0,2}(?:st|nd|rd|th)? ?(?:lead|net|update|add|roundup|writethru|refile|correction|corrected|urgent|embargo\w*|eilmeldung|zusammenfassung|korrektur|berichtigung|neu)\b[^a-z]{0,20}))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(?:# (?:Notebook|Notizblock)|\* \* \* \*|The following information is not intended for publication|Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt)", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();
}
