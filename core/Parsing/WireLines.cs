using System.Text;

namespace NewsIngest.Parsing;

/// <summary>
/// Text set in lines for a teleprinter: a blank line, a tab or two spaces begin a paragraph. Other line ends are spaces, but for those
/// of tables and lists, which break where the next word would have fitted.
/// </summary>
internal static class WireLines
{
    private const int FewestLines = 3;

    private const int ShortestLine = 20;

    private const int LongestLine = 100;

    /// <summary>No wire wraps narrower.</summary>
    private const int ShortestWrap = 50;

    /// <summary>A line may end so much earlier than it must and still be wrapped.</summary>
    private const int Ragged = 8;

    private const int FewestFigures = 3;

    private const double RowDigits = 0.3;

    /// <summary>Whether a text keeps such lines: some begin at the margin and some are indented, or some have columns; none is longer than a wire line.</summary>
    public static bool AreIn(string value)
    {
        int atMargin = 0, indented = 0, columns = 0;
        foreach (var range in value.AsSpan().Split('\n'))
        {
            var line = value.AsSpan(range);
            if (line.IsWhiteSpace()) continue;
            if (line.Length > LongestLine) return false;
            if (range.Start.Value == 0) continue;
            if (line.Trim().Contains("  ", StringComparison.Ordinal)) columns++;
            if (IsIndented(line)) indented++;
            else if (line.Length >= ShortestLine) atMargin++;
        }

        return columns >= FewestLines || (atMargin >= FewestLines && indented >= FewestLines);
    }

    /// <summary>Writes each paragraph, without the line breaks that are only the teleprinter's.</summary>
    public static void Write(string text, ArticleComposer composer)
    {
        var width = Width(text);
        var paragraph = new StringBuilder();
        ReadOnlySpan<char> before = [];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            // No teleprinter prints so long a line: it is a paragraph.
            var isLong = line.Length > LongestLine;
            if (isLong || line.IsEmpty || IsIndented(line) || Blocks.SignOffRule.IsOne(line.Trim()))
            {
                composer.Paragraph(paragraph.ToString());
                paragraph.Clear();
            }

            if (paragraph.Length > 0) paragraph.Append(IsBrokenOnPurpose(before, line, width) ? '\n' : ' ');
            paragraph.Append(line.Trim());
            before = line;
            if (!isLong) continue;
            composer.Paragraph(paragraph.ToString());
            paragraph.Clear();
        }

        composer.Paragraph(paragraph.ToString());
    }

    /// <summary>Whether a line is one of a table: mostly figures.</summary>
    private static bool IsRow(ReadOnlySpan<char> line)
    {
        int digits = 0, letters = 0, figures = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsLetter(line[i])) letters++;
            if (!char.IsAsciiDigit(line[i])) continue;
            digits++;
            if (i == 0 || !char.IsAsciiDigit(line[i - 1])) figures++;
        }

        return figures >= FewestFigures && digits >= RowDigits * (digits + letters);
    }

    private static int Width(string text)
    {
        var width = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var length = text.AsSpan(range).TrimEnd().Length;
            if (length <= LongestLine) width = Math.Max(width, length);
        }

        return width;
    }

    /// <summary>Whether a line begins an entry of a list, both are rows of a table, or the first word of a line would have fitted in the line before and does not go on with its sentence.</summary>
    private static bool IsBrokenOnPurpose(ReadOnlySpan<char> before, ReadOnlySpan<char> line, int width)
    {
        if (width < ShortestWrap || line is ['*' or '•', ' ', ..] || (IsRow(before) && IsRow(line))) return true;
        var word = line.IndexOf(' ');
        return !char.IsLower(line[0]) && before.Length + 1 + (word < 0 ? line.Length : word) + Ragged <= width;
    }

    public static bool IsIndented(ReadOnlySpan<char> line) => line.StartsWith("\t") || line.StartsWith("  ");
}
