using System.Text.Json;

namespace NewsIngest.Parsing.Html;

/// <summary>Finds the news article in the JSON-LD of a page and reads its fields.</summary>
internal static class JsonLd
{
    private const int MostNodes = 2000;

    /// <summary>The first object whose type is an article, looked for inside graphs and lists; null when there is none.</summary>
    public static JsonElement? FindArticle(JsonElement root)
    {
        var queue = new Queue<JsonElement>([root]);
        JsonElement? fallback = null;
        for (var seen = 0; queue.Count > 0 && seen < MostNodes; seen++)
        {
            var node = queue.Dequeue();
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray()) queue.Enqueue(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (IsArticle(node)) return node;
                if (fallback is null && node.TryGetProperty("headline", out _)) fallback = node;
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"])
                {
                    if (node.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object) queue.Enqueue(inner);
                }
            }
        }

        return fallback;
    }

    /// <summary>The names in a person, an organisation, a string, or a list of them.</summary>
    public static IEnumerable<string> Names(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value)) yield break;
        foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
        {
            if (item.ValueKind == JsonValueKind.String) yield return item.GetString()!;
            else if (item.ValueKind == JsonValueKind.Object)
            {
                foreach (var name in Strings(item, "name")) yield return name;
            }
        }
    }

    /// <summary>The strings of a property that holds one or a list.</summary>
    public static IEnumerable<string> Strings(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value)) yield break;
        if (value.ValueKind == JsonValueKind.String) yield return value.GetString()!;
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String) yield return item.GetString()!;
        }
    }

    private static bool IsArticle(JsonElement node) => Strings(node, "@type").Any(type =>
        type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report" or "https://schema.org/NewsArticle");
}
