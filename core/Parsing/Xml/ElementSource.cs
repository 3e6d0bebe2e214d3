using System.Text;
using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>An element as bytes, for the hash of its content.</summary>
internal static class ElementSource
{
    /// <summary>Its markup; where it holds characters that XML forbids, which files do hold and no writer takes, its names and texts.</summary>
    public static byte[] Of(IEnumerable<XElement> elements)
    {
        try
        {
            return Encoding.UTF8.GetBytes(string.Concat(elements.Select(element => element.ToString(SaveOptions.DisableFormatting))));
        }
        catch (ArgumentException)
        {
            var content = new StringBuilder();
            foreach (var node in elements.SelectMany(element => element.DescendantNodesAndSelf()))
            {
                if (node is XElement element) content.Append('<').Append(element.Name).AppendJoin(' ', element.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}"));
                else if (node is XText text) content.Append('>').Append(text.Value);
            }

            return Encoding.UTF8.GetBytes(content.ToString());
        }
    }
}
