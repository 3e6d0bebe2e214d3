using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>What an export of WordPress (WXR) has that a feed has not: items that are no posts, blank lines for paragraphs, and shortcodes.</summary>
internal static partial class BlogExport
{
    private const string Namespace = "wordpress.org/export";

    /// <summary>Whether the item is a picture, a menu or a style rather than a post or a page.</summary>
    public static bool IsPart(XElement item) => Field(item, "post_type")?.Value.Trim() is { Length: > 0 } type && type is not ("post" or "page");

    /// <summary>The content with its paragraphs marked and without shortcodes; that of any other feed as it is.</summary>
    public static string Html(XElement item, string content) => Field(item, "post_type") is null ? content : BlankLine().Replace(Shortcode().Replace(content, ""), "<br><br>");

    private static XElement? Field(XElement item, string name) => item.All(name).FirstOrDefault(field => field.Name.NamespaceName.Contains(Namespace, StringComparison.Ordinal));

    [GeneratedRegex(@"\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*(?: [a-z_-]+=[^\[\]]{0,500})?\s?/?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"\n[ \t\r]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();
}
