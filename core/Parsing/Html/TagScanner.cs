using System.Buffers;
using System.Collections.Frozen;

namespace NewsIngest.Parsing.Html;

/// <summary>What becomes of an element before the page is parsed.</summary>
internal enum TagFate
{
    Prune,
    DropTag,
    DropElement,
    KeepElement,
}

/// <summary>Reads tags the way the HTML standard splits them, without building anything.</summary>
internal static class TagScanner
{
    private static readonly FrozenDictionary<string, TagFate>.AlternateLookup<ReadOnlySpan<char>> Fates = Make();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kept = FrozenSet.ToFrozenSet(
        ["class", "id", "itemprop", "property", "name", "content", "rel", "type", "role", "datetime", "lang", "hidden", "http-equiv", "charset", "pubdate"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Plain = "b i em strong u big tt font".Split(' ')
        .Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many elements only change the looks of their text.</summary>
    public static int PlainCount => Plain.Dictionary.Count;

    /// <summary>Number of an element that only changes the looks of its text, and says nothing else when it has no attributes; -1 for others.</summary>
    public static int PlainIndex(ReadOnlySpan<char> name) => name.Length is > 0 and <= 6 && Plain.TryGetValue(name, out var index) ? index : -1;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>=");

    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\r\n\f>");

    /// <summary>The tag name at the start of the text; empty for end tags, declarations and bare signs.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (end > 0 && text[end] is '-' or ':'))) end++;
        return end > 0 && char.IsAsciiLetter(text[0]) ? text[..end] : [];
    }

    public static TagFate FateOf(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        if (!Fates.TryGetValue(name, out var fate)) return TagFate.Prune;
        if (fate == TagFate.DropElement && name.Equals("script", StringComparison.OrdinalIgnoreCase) && tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) return TagFate.KeepElement;
        return name.Equals("link", StringComparison.OrdinalIgnoreCase) && tag.Contains("canonical", StringComparison.OrdinalIgnoreCase) ? TagFate.Prune : fate;
    }

    /// <summary>Behind the "&gt;" that closes the tag, which may stand inside quotes before; the end of the text when none does.</summary>
    public static int End(ReadOnlySpan<char> html, int from)
    {
        for (var at = from; ;)
        {
            var next = html[at..].IndexOfAny('>', '"', '\'');
            if (next < 0) return html.Length;
            at += next;
            if (html[at] == '>') return at + 1;
            // A quote counts only where a value begins; elsewhere it is a typing error.
            var before = html[from..at].TrimEnd();
            var close = before.EndsWith("=") ? html[(at + 1)..].IndexOf(html[at]) : -1;
            at += close < 0 ? 1 : close + 2;
        }
    }

    /// <summary>Behind the end tag of the element; a script or style that never ends takes the rest of the page; 0 when there is none.</summary>
    public static int EndOfElement(ReadOnlySpan<char> html, int from, ReadOnlySpan<char> name)
    {
        for (var at = from; ;)
        {
            var next = html[at..].IndexOf("</");
            if (next < 0) return name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase) ? html.Length : 0;
            at += next + 2;
            if (!html[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var close = html[at..].IndexOf('>');
            return close < 0 ? html.Length : at + close + 1;
        }
    }

    /// <summary>Takes the next attribute off the front; false at the end of the tag.</summary>
    public static bool NextAttribute(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value, out ReadOnlySpan<char> whole)
    {
        name = value = whole = default;
        rest = rest.TrimStart(" \t\r\n\f/");
        if (rest.IsEmpty || rest[0] == '>') return false;
        var start = rest;
        var end = rest[1..].IndexOfAny(NameEnd);
        end = end < 0 ? rest.Length : end + 1;
        name = rest[..end];
        rest = rest[end..];
        var equals = rest.TrimStart(" \t\r\n\f");
        if (!equals.IsEmpty && equals[0] == '=')
        {
            rest = equals[1..].TrimStart(" \t\r\n\f");
            value = Value(ref rest);
        }

        whole = start[..(start.Length - rest.Length)];
        return true;
    }

    /// <summary>Whether the attribute says what its element is for, or hides it.</summary>
    public static bool IsKept(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ReadOnlySpan<char> tag)
    {
        if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
            return value.Contains("none", StringComparison.OrdinalIgnoreCase) || value.Contains("clip", StringComparison.OrdinalIgnoreCase);
        return Kept.Contains(name) || (name.Equals("href", StringComparison.OrdinalIgnoreCase) && tag.Equals("link", StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySpan<char> Value(ref ReadOnlySpan<char> rest)
    {
        if (!rest.IsEmpty && rest[0] is '"' or '\'' && rest[1..].IndexOf(rest[0]) is >= 0 and var quote)
        {
            var quoted = rest.Slice(1, quote);
            rest = rest[(quote + 2)..];
            return quoted;
        }

        var end = rest.IndexOfAny(ValueEnd);
        var value = end < 0 ? rest : rest[..end];
        rest = rest[value.Length..];
        return value;
    }

    private static FrozenDictionary<string, TagFate>.AlternateLookup<ReadOnlySpan<char>> Make()
    {
        var fates = new Dictionary<string, TagFate>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in "script style svg noscript iframe template select video audio object canvas math nav footer button".Split(' ')) fates[name] = TagFate.DropElement;
        foreach (var name in "link img source input track embed path".Split(' ')) fates[name] = TagFate.DropTag;
        foreach (var name in "textarea title".Split(' ')) fates[name] = TagFate.KeepElement;
        return fates.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
