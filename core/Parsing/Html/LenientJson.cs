using System.Text;

namespace NewsIngest.Parsing.Html;

/// <summary>Repairs what templates break most in JSON: raw line breaks and tabs inside strings, and HTML or CDATA marks around it.</summary>
internal static class LenientJson
{
    public static string Repair(string json)
    {
        var text = json.AsSpan().Trim();
        if (text.StartsWith("<!--")) text = text[4..];
        if (text.EndsWith("-->")) text = text[..^3];
        if (text.StartsWith("//<![CDATA[")) text = text["//<![CDATA[".Length..];
        if (text.EndsWith("//]]>")) text = text[..^5];
        text = text.Trim().TrimEnd(';');
        return HasRawControl(text) ? Escape(text) : text.ToString();
    }

    private static bool HasRawControl(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\0', '\x1F') >= 0;

    private static string Escape(ReadOnlySpan<char> text)
    {
        var repaired = new StringBuilder(text.Length + 16);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && !IsEscaped(text, i)) inString = !inString;
            if (inString && c < ' ') repaired.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => " " });
            else repaired.Append(c);
        }

        return repaired.ToString();
    }

    private static bool IsEscaped(ReadOnlySpan<char> text, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && text[at - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }
}
