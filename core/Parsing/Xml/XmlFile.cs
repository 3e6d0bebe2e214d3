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
            return Parse(() => new StringReader(text), context);
        }
        catch (XmlException)
        {
            try
            {
                return Parse(() => new RepairedXml(text), context);
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

    private static XDocument Parse(Func<TextReader> open, ParseContext context)
    {
        CheckLimits(open(), context);
        using var reader = XmlReader.Create(open(), Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void CheckLimits(TextReader text, ParseContext context)
    {
        var names = new XmlNames(context);
        var settings = Settings.Clone();
        settings.NameTable = names;
        using var reader = XmlReader.Create(text, settings);
        var texts = new XmlTexts(context);
        var elements = 0;
        while (reader.Read())
        {
            names.BeginTag();
            texts.Check(reader);
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (++elements > context.Options.MaxMarkupNodes) throw context.Refuse($"it has more than the {context.Options.MaxMarkupNodes} elements allowed");
            CheckDepth(reader, context);
            if ((elements & 0x3FF) == 0) context.CheckTime();
        }
    }

    [GeneratedRegex(@"<(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*", RegexOptions.CultureInvariant)]
    private static partial Regex RootElement();
}
