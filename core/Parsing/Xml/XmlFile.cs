using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>
/// Reads XML safely: DTDs are skipped, nothing outside the file is ever fetched, depth and number of elements are limited.
/// What wire files break most is repaired: HTML entities without a DTD, bare ampersands, characters before the declaration.
/// </summary>
internal static partial class XmlFile
{
    private const int RootHead = 4096;

    private const int LongestReference = 40;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Local name of the root element, or null when the text is no XML.</summary>
    public static string? RootName(ReadOnlySpan<char> head)
    {
        head = head.TrimStart();
        if (head.IsEmpty || head[0] != '<') return null;
        foreach (var match in RootElement().EnumerateMatches(head[..Math.Min(head.Length, RootHead)]))
        {
            var name = head.Slice(match.Index + 1, match.Length - 1);
            return name[(name.IndexOf(':') + 1)..].ToString();
        }

        return null;
    }

    /// <exception cref="ParseException">The XML is broken or goes beyond a limit.</exception>
    public static XDocument Load(string text, ParseContext context)
    {
        text = WithoutTrailer(text[Math.Max(0, text.IndexOf('<', StringComparison.Ordinal))..]);
        try
        {
            return Parse(text, context);
        }
        catch (XmlException)
        {
            try
            {
                return Parse(Repair(text), context);
            }
            catch (XmlException e)
            {
                throw context.Refuse($"it is broken XML (line {e.LineNumber}: {e.Message})", e);
            }
        }
    }

    /// <summary>Cuts off what a gateway or a transfer left behind the end of the root; another document there is not cut.</summary>
    private static string WithoutTrailer(string text)
    {
        var end = text.LastIndexOf('>') + 1;
        return end > 0 && end < text.Length && RootName(text) is { } root && text.AsSpan(0, end - 1).TrimEnd().EndsWith(root) ? text[..end] : text;
    }

    /// <summary>Reads through XML for a library that sets no limits of its own; what is no XML is left to it.</summary>
    /// <returns>The number of elements.</returns>
    /// <exception cref="ParseException">It is nested too deep.</exception>
    public static int CheckDepth(Stream xml, ParseContext context)
    {
        using var reader = XmlReader.Create(xml, Settings);
        var elements = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                CheckDepth(reader, context);
                if ((++elements & 0x3FF) == 0) context.CheckTime();
            }
        }
        catch (XmlException)
        {
            return elements;
        }

        return elements;
    }

    private static void CheckDepth(XmlReader reader, ParseContext context)
    {
        if (reader.Depth > context.Options.MaxMarkupDepth) throw context.Refuse($"its elements are nested deeper than the {context.Options.MaxMarkupDepth} levels allowed");
    }

    private static XDocument Parse(string text, ParseContext context)
    {
        CheckLimits(text, context);
        using var reader = Reader(text);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void CheckLimits(string text, ParseContext context)
    {
        using var reader = Reader(text);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (++elements > context.Options.MaxMarkupNodes) throw context.Refuse($"it has more than the {context.Options.MaxMarkupNodes} elements allowed");
            CheckDepth(reader, context);
            if ((elements & 0x3FF) == 0) context.CheckTime();
        }
    }

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), Settings);

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        var from = 0;
        for (int at; (at = text.IndexOf('&', from)) >= 0;)
        {
            repaired.Append(text, from, at - from);
            var reference = Reference(text.AsSpan(at));
            repaired.Append(Repaired(reference));
            from = at + reference.Length;
        }

        return repaired.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>What XML understands stays, what HTML understands becomes its characters, and any other ampersand is text.</summary>
    private static string Repaired(ReadOnlySpan<char> reference)
    {
        if (reference is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" || reference.StartsWith("&#")) return reference.ToString();
        if (reference.Length == 1) return "&amp;";
        var decoded = WebUtility.HtmlDecode(reference.ToString());
        return decoded.StartsWith('&') ? "&amp;" + decoded[1..] : decoded;
    }

    /// <summary>The reference at the start of the text; the ampersand alone when there is none.</summary>
    private static ReadOnlySpan<char> Reference(ReadOnlySpan<char> text)
    {
        foreach (var match in Ampersand().EnumerateMatches(text[..Math.Min(text.Length, LongestReference)])) return text[..match.Length];
        return text[..1];
    }

    [GeneratedRegex(@"<(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*", RegexOptions.CultureInvariant)]
    private static partial Regex RootElement();

    [GeneratedRegex(@"\A&(?:#?\w{1,31};)?", RegexOptions.CultureInvariant)]
    private static partial Regex Ampersand();
}
