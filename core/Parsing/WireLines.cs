using System.Text;

namespace NewsIngest.Parsing;

/// <summary>Text set in lines for a teleprinter: a blank line, a tab or two spaces begin a paragraph, other line ends are spaces.</summary>
internal static class WireLines
{
    private const int FewestLines = 3;

    private const int ShortestLine = 20;

    private const int LongestLine = 100;

    /// <summary>Whether a text keeps such lines: some begin at the margin, some are indented, none is longer than a wire line.</summary>
    public static bool AreIn(string value)
    {
        int atMargin = 0, indented = 0;
        foreach (var range in value.AsSpan().Split('\n'))
        {
            var line = value.AsSpan(range);
            if (line.IsWhiteSpace()) continue;
            if (line.Length > LongestLine) return false;
            if (range.Start.Value == 0) continue;
            if (IsIndented(line)) indented++;
            else if (line.Length >= ShortestLine) atMargin++;
        }

        return atMargin >= FewestLines && indented >= FewestLines;
    }

    /// <summary>Writes each paragraph as one line.</summary>
    public static void Write(string text, ArticleComposer composer)
    {
        var paragraph = new StringBuilder();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            // No teleprinter prints so long a line: it is a paragraph.
            var isLong = line.Length > LongestLine;
            if (isLong || line.IsWhiteSpace() || IsIndented(line) || Blocks.SignOffRule.IsOne(line.Trim()))
            {
                composer.Paragraph(paragraph.ToString());
                paragraph.Clear();
            }

            if (!line.IsWhiteSpace()) paragraph.Append(paragraph.Length == 0 ? "" : " ").Append(line.Trim());
            if (!isLong) continue;
            composer.Paragraph(paragraph.ToString());
            paragraph.Clear();
        }

        composer.Paragraph(paragraph.ToString());
    }

    public static bool IsIndented(ReadOnlySpan<char> line) => line.StartsWith("\t") || line.StartsWith("  ");
}
