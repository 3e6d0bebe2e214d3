namespace NewsIngest.Parsing.Html;

/// <summary>Knows the headings behind which a page no longer tells its story (Data/end-headings.txt).</summary>
internal static class EndHeadings
{
    private const int LongestHeading = 70;

    private static readonly string[] Openings = [.. ParsingData.Lines("end-headings.txt")];

    public static bool IsOne(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t[»>•*-–—:");
        if (text.Length > LongestHeading) return false;
        Span<char> straight = stackalloc char[text.Length];
        text.CopyTo(straight);
        straight.Replace('’', '\'');
        foreach (var opening in Openings)
        {
            if (((ReadOnlySpan<char>)straight).StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (straight.Length == opening.Length || !char.IsLetterOrDigit(straight[opening.Length]))) return true;
        }

        return false;
    }
}
