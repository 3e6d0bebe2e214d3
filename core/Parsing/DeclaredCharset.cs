using System.Text;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing;

/// <summary>The charset that an HTML page or XML file names in its first lines.</summary>
internal static partial class DeclaredCharset
{
    private const int HeadBytes = 2048;

    /// <summary>The name as it is written, or null.</summary>
    public static string? In(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var match = Declaration().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*[""']?(?<name>[\w:.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
