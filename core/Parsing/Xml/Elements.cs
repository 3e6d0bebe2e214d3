using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Looks elements up by local name: wire files disagree on namespaces, not on names.</summary>
internal static class Elements
{
    public static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<XElement> All(this XElement? parent, string name) => parent?.Elements().Where(e => e.Is(name)) ?? [];

    /// <summary>The first child of that name, or null.</summary>
    public static XElement? Child(this XElement? parent, string name) => parent.All(name).FirstOrDefault();

    /// <summary>The first element of that name at any depth, or null.</summary>
    public static XElement? Inside(this XElement? parent, string name) => parent?.Descendants().FirstOrDefault(e => e.Is(name));

    /// <summary>The value of an attribute, whatever its namespace; null when it is missing or empty.</summary>
    public static string? Get(this XElement? element, string attribute)
    {
        var value = element?.Attributes().FirstOrDefault(a => a.Name.LocalName.Equals(attribute, StringComparison.OrdinalIgnoreCase))?.Value;
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Whether the element is of a class, as XHTML has them.</summary>
    public static bool HasClass(this XElement element, string name) =>
        element.Get("class")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(name, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>The text of an element in one line, a space wherever a child begins or ends a line; null when there is none.</summary>
    public static string? Line(this XElement? element) => element is null ? null : TextCleaner.Line(XmlBody.Text(element));
}
