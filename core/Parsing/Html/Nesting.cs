using System.Collections.Frozen;

namespace NewsIngest.Parsing.Html;

/// <summary>Measures how deep a page nests its elements before it is parsed: a parser's time grows with the square of it.</summary>
internal static class Nesting
{
    /// <summary>Elements that hold none, or whose end tags pages leave out.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Uncounted = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The largest number of elements that are open at once, scripts and comments not told apart.</summary>
    public static int Depth(ReadOnlySpan<char> html)
    {
        int depth = 0, deepest = 0;
        while (html.IndexOf('<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            var closes = html[0] == '/';
            var name = Name(closes ? html[1..] : html);
            if (name.IsEmpty || Uncounted.Contains(name)) continue;
            if (closes) depth = Math.Max(0, depth - 1);
            else deepest = Math.Max(deepest, ++depth);
        }

        return deepest;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end])) end++;
        return tag[..end];
    }
}
