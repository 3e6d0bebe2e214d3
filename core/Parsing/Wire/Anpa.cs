using System.Text;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Wire;

/// <summary>The text of an ANPA 1312 message. Lines that begin with ^ are the slug, headline, notes and byline before the story, and headings in it; a tab or two spaces begin a paragraph.</summary>
internal static partial class Anpa
{
    private const int LongestHeading = 60;

    private const int LongestSlug = 120;

    /// <summary>Fills the draft and writes the story.</summary>
    /// <returns>The name of the story in its slug.</returns>
    public static string? Read(string text, ArticleDraft draft, ArticleComposer composer)
    {
        var lines = FieldBreak().Replace(Typography(text), "\n^").Split('\n');
        var story = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('^'));
        if (story < 0) story = lines.Length;
        var copy = new StringBuilder();
        var head = lines[..story].Select(Bare).Where(line => line.Length > 0).ToList();
        foreach (var heading in ReadHead(head, draft, composer, isAll: story == lines.Length)) copy.Append('\n').Append(heading).Append("\n\n");
        foreach (var line in lines[story..])
        {
            if (line.TrimStart().StartsWith('^') && line.Length <= LongestHeading) copy.Append('\n').Append(Bare(line)).Append("\n\n");
            else copy.Append(line.TrimEnd('<', '=', ' ')).Append('\n');
        }

        WireLines.Write(copy.ToString(), composer);
        return head.Find(IsSlug) is { } slug ? SlugEnds().Replace(slug, "") : null;
    }

    /// <summary>Reads the lines before the story.</summary>
    /// <returns>Those of them that belong to it: what stands below the byline, and, in a message of such lines alone, all below the headline.</returns>
    private static List<string> ReadHead(List<string> head, ArticleDraft draft, ArticleComposer composer, bool isAll)
    {
        var headline = head.FindIndex(line => !IsSlug(line) && !Note().IsMatch(line) && !Blocks.BylineRule.IsByline(line));
        if (headline >= 0) draft.SetTitle(head[headline], "anpa headline");
        composer.Title(draft.Title);
        var story = new List<string>();
        var byline = -1;
        for (var i = 0; i < head.Count; i++)
        {
            var line = head[i];
            if (i == headline) continue;
            if (Blocks.BylineRule.IsByline(line))
            {
                composer.Byline(line);
                byline = i;
            }
            else if ((byline >= 0 && !IsJob(line, isNext: i == byline + 1)) || (isAll && i > headline && headline >= 0 && !IsSlug(line) && !Note().IsMatch(line)))
            {
                story.Add(line);
            }
            else
            {
                composer.Boilerplate(line, "wire note");
            }
        }

        return story;
    }

    /// <summary>Below a name stands who it works for; a line of capitals or columns is a heading of the story.</summary>
    private static bool IsJob(string line, bool isNext) =>
        Blocks.Agencies.IsName(line) || JobTitle().IsMatch(line) || (isNext && line.Any(char.IsLower) && !line.Contains(';') && !line.Contains("  ", StringComparison.Ordinal));

    private static bool IsSlug(string line) => line.Length <= LongestSlug && Slug().IsMatch(line);

    private static string Bare(string line) => line.Trim('^', '<', '=', ' ', '\t');

    /// <summary>The wire's alphabet has no curly quotes, dashes and halves: it writes two strokes, an underscore and a brace.</summary>
    private static string Typography(string text) =>
        Half().Replace(text.Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal).Replace(" _ ", " — ", StringComparison.Ordinal), "½");

    [GeneratedRegex(@"^(?:(?:am|pm|bc|ap)-{1,2}\S|(?-i:[A-Z]{2,3})--\S|\*?\d{3,5}$|[^\s,]+-[^,]*,\d{2,4}$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Slug();

    /// <summary>Before the name of a story its cycle and desk, behind it the version and the number of words.</summary>
    [GeneratedRegex(@"^(?:(?:am|pm|bc|ap)-+)?(?:[A-Z]{2,3}--)?|(?:, ?\d\w* Ld[\w-]*)?(?:,\d{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SlugEnds();

    [GeneratedRegex(@"^\(?(?:Eds?[:.]|AP Photo|AP Graphic|AP Video|With AP|Associated Press$|Embargoed|For (?:release|use)\b|Adds?\b.*:|(?:Updates|Corrects|Recasts)\b.*\.$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(?:Writers?|Reporters?|Correspondents?|Columnists?|Editors?|Press|Analysts?|Producers?)$", RegexOptions.CultureInvariant)]
    private static partial Regex JobTitle();

    /// <summary>Two fields in one line.</summary>
    [GeneratedRegex(@"<[ \t]*\^", RegexOptions.CultureInvariant)]
    private static partial Regex FieldBreak();

    [GeneratedRegex(@"(?<=\d)\{", RegexOptions.CultureInvariant)]
    private static partial Regex Half();
}
