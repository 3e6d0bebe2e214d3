using System.Buffers;
using System.Text;

namespace NewsIngest.Parsing;

/// <summary>Cleans text that is composed from parts; the text of a .txt file is never changed by it.</summary>
internal static class TextCleaner
{
    /// <summary>All characters of which <see cref="IsSpace"/> or <see cref="IsInvisible"/> is true.</summary>
    public static SearchValues<char> NotPlain { get; } = FindNotPlain();

    /// <summary>One line without runs of white space, control and invisible characters; null when nothing is left.</summary>
    public static string? Line(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (IsLine(value)) return value;
        var rest = value.AsSpan();
        var line = new StringBuilder(value.Length);
        while (!rest.IsEmpty)
        {
            var run = rest.IndexOfAny(NotPlain);
            if (run < 0) run = rest.Length;
            line.Append(rest[..run]);
            if (run == rest.Length) break;
            if (IsSpace(rest[run]) && line.Length > 0 && line[^1] != ' ') line.Append(' ');
            rest = rest[(run + 1)..];
        }

        while (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.Length == 0 ? null : ReplaceLoneSurrogates(line.ToString());
    }

    /// <summary>Whether there is nothing to clean: most paragraphs come so, and need no copy.</summary>
    private static bool IsLine(ReadOnlySpan<char> value)
    {
        if (value[0] == ' ' || value[^1] == ' ') return false;
        var rest = value;
        while (rest.IndexOfAny(NotPlain) is >= 0 and var at)
        {
            if (rest[at] != ' ' || rest[at + 1] == ' ') return false;
            rest = rest[(at + 1)..];
        }

        return FindLoneSurrogate(value, 0) < 0;
    }

    /// <summary>The text with every half of a surrogate pair that stands alone replaced by U+FFFD, offset for offset.</summary>
    public static string ReplaceLoneSurrogates(string text)
    {
        var at = FindLoneSurrogate(text, 0);
        if (at < 0) return text;
        var chars = text.ToCharArray();
        for (; at >= 0; at = FindLoneSurrogate(text, at + 1)) chars[at] = '\uFFFD';
        return new string(chars);
    }

    /// <summary>Index of the first lone surrogate at or behind <paramref name="from"/>, or -1.</summary>
    public static int FindLoneSurrogate(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) return -1;
            i += next;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            i++;
        }

        return -1;
    }

    private static SearchValues<char> FindNotPlain()
    {
        var found = new StringBuilder();
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (IsSpace((char)c) || IsInvisible((char)c)) found.Append((char)c);
        }

        return SearchValues.Create(found.ToString());
    }

    /// <summary>White space, control characters included.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>Characters that mark places to break or the direction of a line, and show nothing.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F';
}
