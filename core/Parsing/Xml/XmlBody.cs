using System.Text;
using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Writes the body of a story in NITF or XHTML, and in what agencies make of them.</summary>
internal sealed class XmlBody(ArticleComposer composer, string? title)
{
    private readonly StringBuilder text = new();

    /// <summary>Writes all that is inside the element.</summary>
    public static void Write(XElement body, ArticleComposer composer, string? title)
    {
        var writer = new XmlBody(composer, title);
        writer.Children(body);
        writer.Flush();
    }

    /// <summary>The text of an element; line breaks and block children become spaces.</summary>
    public static string Text(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText value) text.Append(value.Value);
            if (node is not XElement child) continue;
            var inline = IsInline(child);
            if (!inline) text.Append(' ');
            Append(child, text);
            if (!inline) text.Append(' ');
        }
    }

    private void Children(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText value) Add(value.Value);
            else if (node is XElement child) Child(child);
        }
    }

    private void Child(XElement element)
    {
        var name = element.Name.LocalName.ToLowerInvariant();
        switch (name)
        {
            case "br":
                text.Append('\n');
                break;
            case "script" or "style" or "head" or "media-metadata" or "media-reference" or "media-producer" or "docdata":
                break;
            case "media-caption" or "figcaption" or "caption":
                Flush();
                composer.Caption(element.Line(), "caption");
                break;
            case "byline":
                Flush();
                composer.Byline(element.Line());
                break;
            case "dateline":
                Flush();
                composer.Dateline(element.Line());
                break;
            case "tagline" or "note" or "correction" or "series" or "distributor" or "rights":
                Flush();
                composer.Boilerplate(element.Line(), name);
                break;
            case "hl1" or "h1" when title is not null && element.Line() is { } line && Blocks.TitleRule.IsSame(line, title):
                Flush();
                break;
            default:
                if (!IsInline(element)) Flush();
                Children(element);
                if (!IsInline(element)) Flush();
                break;
        }
    }

    /// <summary>Line breaks in the file are spaces in the story, unless the element keeps them.</summary>
    private void Add(string value)
    {
        foreach (var c in value)
        {
            if (!TextCleaner.IsSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private void Flush()
    {
        if (text.Length == 0) return;
        foreach (var part in text.ToString().Split("\n\n")) composer.Paragraph(part);
        text.Clear();
    }

    private static bool IsInline(XElement element) => element.Name.LocalName.ToLowerInvariant() is
        "a" or "abbr" or "acronym" or "b" or "bdo" or "big" or "chron" or "cite" or "classifier" or "code" or "copyrite" or "em" or "event" or "font" or "frac"
        or "function" or "i" or "ins" or "del" or "lang" or "location" or "money" or "name.given" or "name.family" or "num" or "numer" or "denom" or "object.title" or "org"
        or "person" or "pronounce" or "q" or "region" or "city" or "country" or "state" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u" or "virtloc" or "postaddr"
        or "alt-code" or "sublocation" or "person.title";
}
