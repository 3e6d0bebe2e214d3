using System.Buffers;
using NewsIngest.Articles;

namespace NewsIngest.Parsing.Blocks;

/// <summary>
/// Cuts a plain text into paragraphs: every line is one, unless the text is wrapped by hand to a fixed width
/// (as mail and old wire copy is); then the lines between two blank lines are one.
/// </summary>
internal static class Paragraphs
{
    /// <summary>Nobody wraps wider than this.</summary>
    private const int WidestWrap = 100;

    private const double WrappedShare = 0.85;

    /// <summary>And at least so many of all lines, short ones included.</summary>
    private const double LeastShare = 0.6;

    private const double ShortShare = 0.6;

    private const int FewestWrappedLines = 4;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>The paragraphs in order, without surrounding white space; blank lines give none.</summary>
    public static List<TextSpan> Find(string text)
    {
        var lines = Lines(text, out var groupStarts);
        if (!IsWrapped(text, lines, groupStarts, out var width)) return lines;
        var paragraphs = new List<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (groupStarts[i] || IsShort(lines[i - 1], width)) paragraphs.Add(lines[i]);
            else paragraphs[^1] = new TextSpan(paragraphs[^1].Start, lines[i].End);
        }

        return paragraphs;
    }

    /// <summary>Narrows a span to what is left without white space and zero-width characters at its ends.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u2060' or '\u00AD' or '\0';

    private static List<TextSpan> Lines(string text, out List<bool> groupStarts)
    {
        var lines = new List<TextSpan>();
        groupStarts = [];
        var afterBlank = true;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            var line = Trim(text, start, end);
            if (line.Length == 0)
            {
                afterBlank = true;
            }
            else
            {
                lines.Add(line);
                groupStarts.Add(afterBlank || IsIndented(text, start, line.Start));
                afterBlank = false;
            }

            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static bool IsIndented(string text, int lineStart, int contentStart) =>
        contentStart - lineStart >= 2 || (contentStart > lineStart && text[lineStart] == '\t');

    /// <summary>
    /// Wrapped text is known by its line breaks: a line is broken where the next word would not have fitted.
    /// </summary>
    private static bool IsWrapped(string text, List<TextSpan> lines, List<bool> groupStarts, out int width)
    {
        width = 0;
        var broken = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            width = Math.Max(width, lines[i].Length);
            if (!groupStarts[i]) broken++;
        }

        if (broken < FewestWrappedLines || width > WidestWrap) return false;
        int full = 0, longEnough = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (groupStarts[i] || IsShort(lines[i - 1], width)) continue;
            longEnough++;
            var firstWord = lines[i].In(text).IndexOf(' ');
            if (lines[i - 1].Length + 1 + (firstWord < 0 ? lines[i].Length : firstWord) > width - 4) full++;
        }

        return full >= WrappedShare * longEnough && full >= LeastShare * broken;
    }

    /// <summary>A line that ends long before the width is a heading, an address or an entry of a list, wherever the next one stands.</summary>
    private static bool IsShort(TextSpan line, int width) => line.Length < ShortShare * width;
}
