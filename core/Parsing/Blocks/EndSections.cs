using System.Buffers;
using NewsIngest.Articles;
using NewsIngest.Lookup;

namespace NewsIngest.Parsing.Blocks;

/// <summary>
/// Knows where a press release ends its story: at "ENDS" or "###", at "Media contact", "Notes to editors", or "About Brightwater" with a
/// paragraph that begins with Brightwater. What follows is about the sender, up to the end.
/// </summary>
internal static class EndSections
{
    private const int LongestLine = 90;

    /// <summary>How far into its paragraph the name of "About …" must stand.</summary>
    private const int NameWithin = 60;

    private const string About = "About ";

    /// <summary>So much of the text must stand before it.</summary>
    private const double Earliest = 0.25;

    private const double EarliestSign = 0.6;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" ,(:™®");

    private static readonly WordTable<string> Lines = Load();

    /// <summary>Why everything from this paragraph on is no story; null when the story goes on.</summary>
    public static string? Reason(string text, TextSpan paragraph, TextSpan? next)
    {
        if (paragraph.Length > LongestLine || paragraph.Start < Earliest * text.Length) return null;
        var line = paragraph.In(text);
        if (SignOffRule.IsEndMark(line)) return IsEnd(text, paragraph) ? "after the end mark" : null;
        if (Lines.TryGetValue(line.Trim(" \t:.-–—*#"), out var reason)) return reason;
        return next is { } following && IsAbout(line, following.In(text)) ? "about the sender" : null;
    }

    /// <summary>A sign that stands several times parts the text, and does not end it; nor does one so early, unless it is the word.</summary>
    private static bool IsEnd(string text, TextSpan mark) =>
        (mark.Start > EarliestSign * text.Length || mark.In(text).ContainsAnyInRange('A', 'z'))
        && !text.AsSpan(mark.End).Contains(mark.In(text), StringComparison.Ordinal) && !text.AsSpan(0, mark.Start).Contains(mark.In(text), StringComparison.Ordinal);

    private static bool IsAbout(ReadOnlySpan<char> line, ReadOnlySpan<char> following)
    {
        if (!line.StartsWith(About, StringComparison.OrdinalIgnoreCase) || line[^1] is '.' or '?' or '!') return false;
        var name = line[About.Length..].Trim(" :");
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        var end = name.IndexOfAny(NameEnds);
        if (end >= 0) name = name[..end];
        return name.Length > 1 && char.IsUpper(name[0]) && following.Length > line.Length
            && following[..Math.Min(following.Length, NameWithin)].Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    private static WordTable<string> Load()
    {
        var lines = new WordTable<string>(ignoresCase: true);
        var reason = "";
        foreach (var line in ParsingData.Lines("end-sections.txt"))
        {
            if (line[0] == '[') reason = line.Trim('[', ']');
            else lines[line] = reason;
        }

        return lines;
    }
}
