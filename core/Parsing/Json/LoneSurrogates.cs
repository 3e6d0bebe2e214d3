namespace NewsIngest.Parsing.Json;

/// <summary>Replaces escapes of one half of a surrogate pair ("\uD800" alone), which JSON permits and no reader of strings takes, by U+FFFD.</summary>
internal static class LoneSurrogates
{
    private const string Replacement = "\\uFFFD";

    /// <summary>Backslash, u and four hexadecimal digits.</summary>
    private const int EscapeLength = 6;

    /// <summary>Whether there is an escape of any half.</summary>
    public static bool Possible(ReadOnlySpan<byte> json) => json.IndexOf("\\uD"u8) >= 0 || json.IndexOf("\\ud"u8) >= 0;

    public static string Replace(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return json;
        char[]? repaired = null;
        for (var at = 0; (at = json.IndexOf('\\', at)) >= 0 && at + 1 < json.Length;)
        {
            if (!IsHalf(json, at, "89AB") && !IsHalf(json, at, "CDEF"))
            {
                at += 2;
            }
            else if (IsHalf(json, at, "89AB") && IsHalf(json, at + EscapeLength, "CDEF"))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                repaired ??= json.ToCharArray();
                Replacement.CopyTo(repaired.AsSpan(at));
                at += EscapeLength;
            }
        }

        return repaired is null ? json : new string(repaired);
    }

    /// <summary>Whether an escape from D800 to DFFF stands here whose second digit is one of these.</summary>
    private static bool IsHalf(string json, int at, string second) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && (json[at + 2] is 'D' or 'd')
        && second.Contains(char.ToUpperInvariant(json[at + 3]), StringComparison.Ordinal)
        && char.IsAsciiHexDigit(json[at + 4]) && char.IsAsciiHexDigit(json[at + 5]);
}
