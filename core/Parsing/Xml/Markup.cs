using System.Collections.Frozen;
using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Which elements of NITF, XHTML and agencies' own formats stand inside a line.</summary>
internal static class Markup
{
    private static readonly FrozenSet<string> Inline = ((string[])
    [
        "a", "abbr", "acronym", "b", "bdo", "big", "chron", "cite", "classifier", "code", "copyrite", "em", "event", "font", "frac", "function", "i", "ins", "del", "lang",
        "location", "money", "name.given", "name.family", "num", "numer", "denom", "object.title", "org", "person", "pronounce", "q", "region", "city", "country", "state",
        "small", "span", "strong", "sub", "sup", "time", "u", "virtloc", "postaddr", "alt-code", "sublocation", "person.title",
    ]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks = ((string[])
    [
        "p", "div", "block", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th", "caption",
        "blockquote", "bq", "pre", "fn", "hr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hedline", "media", "figure", "byttl", "nitf-table", "body", "body.content", "body.end",
    ]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>An element nobody knows stands inside a line when there is text beside it.</summary>
    public static bool IsInline(XElement element)
    {
        var name = element.Name.LocalName;
        return Inline.Contains(name) || (!Blocks.Contains(name) && element.Parent is { } parent && parent.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)));
    }

    /// <summary>A person or organisation, which some agencies write without the space before it ("By&lt;person&gt;").</summary>
    public static bool IsName(XElement element) => element.Name.LocalName.ToUpperInvariant() is "PERSON" or "ORG" or "COMPANY" && element.PreviousNode is XText before && before.Value is [.., var last] && char.IsLetter(last)
        && element.Value is [var first, ..] && char.IsUpper(first);
}
