using System.Text;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Wire;

/// <summary>The text of an ANPA 1312 message. Lines that begin with ^ are the slug, headline, notes and byline before the story, and headings in it; a tab or two spaces begin a paragraph.</summary>
internal static partial class Anpa
{
    private const int LongestHeading = 60;

    public static void Read(string text, ArticleDraft draft, ArticleComposer composer)
    {
        var lines = Typography(text).Split('\n');
        var story = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('^'));
        if (story < 0) story = lines.Length;
        ReadHead(lines[..story], draft, composer);
        var copy = new StringBuilder();
        foreach (var line in lines[story..])
        {
            if (line.TrimStart().StartsWith('^') && line.Length <= LongestHeading) copy.Append('\n').Append(Bare(line)).Append("\n\n");
            else copy.Append(line.TrimEnd('<', '=', ' ')).Append('\n');
        }

        WireLines.Write(copy.ToString(), composer);
    }

    private static void ReadHead(string[] lines, ArticleDraft draft, ArticleComposer composer)
    {
        var head = lines.Select(Bare).Where(line => line.Length > 0).ToList();
        var headline = head.Find(line => !Slug().IsMatch(line) && !Note().IsMatch(line) && !Blocks.BylineRule.IsByline(line));
        draft.SetTitle(headline, "anpa headline");
        composer.Title(draft.Title);
        foreach (var line in head.Where(line => line != headline))
        {
            if (Blocks.BylineRule.IsByline(line)) composer.Byline(line);
            else composer.Boilerplate(line, "wire note");
        }
    }

    private static string Bare(string line) => line.Trim('^', '<', '=', ' ', '\t');

    /// <summary>The wire's alphabet has no curly quotes, dashes and halves: it writes two strokes, an underscore and a brace.</summary>
    private static string Typography(string text) =>
        Half().Replace(text.Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal).Replace(" _ ", " — ", StringComparison.Ordinal), "½");

    [GeneratedRegex(@"^(?:am|pm|bc|[A-Z]{2,3})-{1,2}\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^(?:Eds?[:.]|AP Photo|AP Graphic|AP Video|With AP|Associated Press$|Embargoed|For (?:release|use)\b|Adds?\b.*:|(?:Updates|Corrects|Recasts)\b.*\.$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"(?<=\d)\{", RegexOptions.CultureInvariant)]
    private static partial Regex Half();
}
