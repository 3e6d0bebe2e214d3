using System.Net;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Xml;

/// <summary>
/// Reads XML with its references repaired on the way, so that no second text is made of a large one: what XML understands stays, what HTML understands becomes
/// its characters, and any other ampersand is text.
/// </summary>
internal sealed partial class RepairedXml(string text) : TextReader
{
    private const int LongestReference = 40;
    private const string Ampersand = "&amp;";

    private ReadOnlyMemory<char> rest = text.AsMemory();

    // What a reference became and was not read yet.
    private ReadOnlyMemory<char> repaired;

    public override int Peek() => Fill() ? repaired.IsEmpty ? rest.Span[0] : repaired.Span[0] : -1;

    public override int Read()
    {
        Span<char> next = stackalloc char[1];
        return Read(next) == 0 ? -1 : next[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = 0;
        while (read < buffer.Length && Fill())
        {
            if (!repaired.IsEmpty) read += Take(ref repaired, repaired.Length, buffer[read..]);
            else read += Take(ref rest, rest.Span.IndexOf('&') is >= 0 and var plain ? plain : rest.Length, buffer[read..]);
        }

        return read;
    }

    /// <summary>Repairs the reference that comes next, if one does; false at the end.</summary>
    private bool Fill()
    {
        if (!repaired.IsEmpty) return true;
        if (rest.IsEmpty) return false;
        if (rest.Span[0] != '&') return true;
        var length = LengthOfReference(rest.Span);
        repaired = Repaired(rest[..length]);
        rest = rest[length..];
        return true;
    }

    private static int Take(ref ReadOnlyMemory<char> from, int most, Span<char> buffer)
    {
        var count = Math.Min(most, buffer.Length);
        from.Span[..count].CopyTo(buffer);
        from = from[count..];
        return count;
    }

    private static ReadOnlyMemory<char> Repaired(ReadOnlyMemory<char> reference)
    {
        if (reference.Span is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" || reference.Span.StartsWith("&#")) return reference;
        if (reference.Length == 1) return Ampersand.AsMemory();
        var decoded = WebUtility.HtmlDecode(reference.ToString());
        return (decoded.StartsWith('&') ? Ampersand + decoded[1..] : decoded).AsMemory();
    }

    /// <summary>That of the ampersand alone when there is none.</summary>
    private static int LengthOfReference(ReadOnlySpan<char> text)
    {
        foreach (var match in Reference().EnumerateMatches(text[..Math.Min(text.Length, LongestReference)])) return match.Length;
        return 1;
    }

    [GeneratedRegex(@"\A&(?:#?\w{1,31};)?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
