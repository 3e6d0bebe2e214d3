using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Blocks;

/// <summary>Finds the credit that an agency sets behind the last sentence, in the same paragraph: "(Reporting by …; Editing by …)", "(©NTB)".</summary>
internal static partial class TailRule
{
    private const int LongestTail = 400;

    /// <summary>Where the credit begins; the length of the paragraph when there is none.</summary>
    public static int Start(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length == 0 || paragraph[^1] is not (')' or ']' or '.')) return paragraph.Length;
        var from = Math.Max(0, paragraph.Length - LongestTail);
        var tail = paragraph[from..];
        if (!tail.ContainsAny('(', '[')) return paragraph.Length;
        foreach (var match in Credit().EnumerateMatches(tail)) return from + match.Index;
        return paragraph.Length;
    }

    [GeneratedRegex(@"[(\[](?:(?:(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?:\sand\s(?:[Ww]riting|[Ee]diting))?|Compiled|Written|Edited|Reported) by\s[^()\[\]]+|© ?\p{L}[\p{L} ]{1,20})[)\]]\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
