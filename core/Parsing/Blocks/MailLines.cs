using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Blocks;

/// <summary>Knows what mail programs set around a text in one paragraph: the header of a mail that is passed on, the line before a quotation, the signature.</summary>
internal static partial class MailLines
{
    private const int LongestHeader = 600;

    private const int LongestSignature = 300;

    /// <summary>Why the paragraph is no part of the story; null for all others.</summary>
    public static string? Reason(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestHeader || paragraph.IsEmpty) return null;
        if (paragraph[0] is '-' && paragraph is ['-', '-', '\n', ..] or ['-', '-', ' ', '\n', ..]) return paragraph.Length <= LongestSignature ? "signature" : null;
        return paragraph[0] is '-' or 'B' or 'O' or 'F' or 'V' && Header().IsMatch(paragraph) ? "mail header" : null;
    }

    [GeneratedRegex(@"^(?:-{2,} ?(?:Forwarded|Original|Weitergeleitete|Ursprüngliche) \S{4,20} ?-{2,}|Begin forwarded message:|(?:From|Von): ?[^\n]{3,200}\n(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff): )|^On [^\n]{10,120} wrote:$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
