using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Entities.Names;

namespace NewsIngest.Bench.Training.Names;

/// <summary>A text and its gold names (UTF-16 offsets, end-exclusive).</summary>
internal sealed record NameText(string Id, string Text, IReadOnlyList<(TextSpan Span, NameType Type)> Names);

/// <summary>Reads JSON Lines of {id, text, entities: [{s, e, type}]}; offsets are code points.</summary>
internal static class NameCorpus
{
    public static List<NameText> Load(string file) => [.. File.ReadLines(file).Where(l => l.Length > 0).Select(Parse)];

    private static NameText Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var units = Units(text);
        var names = root.GetProperty("entities").EnumerateArray()
            .Select(e => (new TextSpan(units[e.GetProperty("s").GetInt32()], units[e.GetProperty("e").GetInt32()]), TypeOf(e.GetProperty("type").GetString()!)))
            .ToList();
        return new NameText(root.GetProperty("id").GetString()!, text, names);
    }

    private static NameType TypeOf(string type) => type switch
    {
        "PER" or "PERSON" => NameType.Person,
        "ORG" or "ORGANIZATION" => NameType.Organization,
        "LOC" or "GPE" or "LOCATION" or "FAC" => NameType.Place,
        _ => NameType.Other,
    };

    /// <summary>UTF-16 offset of each code point, and of the end.</summary>
    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
