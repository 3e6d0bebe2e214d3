using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Writes a row of a table in one line, cell beside cell.</summary>
internal static class XmlTable
{
    /// <summary>Longer cells are columns of a page, not entries of a table.</summary>
    private const int LongestCell = 200;

    /// <summary>The cells of a row that hold anything; null when there are less than two, or when one holds whole paragraphs.</summary>
    public static string? Row(XElement row)
    {
        var cells = row.Elements().Where(cell => cell.Is("td") || cell.Is("th")).ToList();
        if (cells.Exists(cell => cell.Elements().Count(child => !Markup.IsInline(child)) > 1)) return null;
        var texts = cells.Select(cell => cell.Line()).Where(text => text is not null).ToList();
        return texts.Count < 2 || texts.Exists(text => text!.Length > LongestCell) ? null : string.Join(" | ", texts);
    }
}
