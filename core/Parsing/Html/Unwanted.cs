using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsIngest.Parsing.Html;

/// <summary>Tells from tag, role, class and id why an element is not the story (Data/html-unwanted.txt).</summary>
internal static class Unwanted
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Singles;
    private static readonly FrozenDictionary<string, (string Second, string Reason)[]>.AlternateLookup<ReadOnlySpan<char>> Pairs;

    static Unwanted()
    {
        var singles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pairs = new List<(string First, string Second, string Reason)>();
        var reason = "";
        foreach (var line in ParsingData.Lines("html-unwanted.txt"))
        {
            var plus = line.IndexOf('+', StringComparison.Ordinal);
            if (line[0] == '[') reason = line.Trim('[', ']');
            else if (plus < 0) singles[line] = reason;
            else pairs.Add((line[..plus], line[(plus + 1)..], reason));
        }

        Singles = singles.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Pairs = pairs.GroupBy(p => p.First, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Second, p.Reason)).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The reason, or null for an element that may be part of the story.</summary>
    public static string? Reason(IElement element)
    {
        switch (element.LocalName)
        {
            case "nav" or "footer" or "menu" or "dialog": return "page furniture";
            case "aside": return "related links";
            case "figcaption": return "caption";
        }

        // One pass over the attributes: asking AngleSharp for each by name costs more than all the rest.
        var attributes = element.Attributes;
        string? reason = null;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is not { } attribute) continue;
            switch (attribute.LocalName)
            {
                case "hidden":
                    return "hidden";
                case "style" when Hides(attribute.Value):
                    return "hidden";
                case "role":
                    reason = ByRole(attribute.Value) ?? reason;
                    break;
                case "class" or "id":
                    reason ??= ByWords(attribute.Value);
                    break;
            }
        }

        return reason;
    }

    private static string? ByRole(string role) => role switch
    {
        "navigation" or "banner" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "toolbar" => "page furniture",
        "complementary" => "related links",
        _ => null,
    };

    /// <summary>Also the way that texts for screen readers are hidden.</summary>
    private static bool Hides(string style) => style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("clip:rect(0", StringComparison.OrdinalIgnoreCase);

    private static string? ByWords(string? names)
    {
        if (string.IsNullOrEmpty(names)) return null;
        for (var at = 0; at < names.Length;)
        {
            if (!char.IsAsciiLetter(names[at]))
            {
                at++;
                continue;
            }

            var end = WordEnd(names, at);
            var word = names.AsSpan(at, end - at);
            if (Singles.TryGetValue(word, out var reason)) return reason;
            if (Pairs.TryGetValue(word, out var seconds) && PairReason(names, end, seconds) is { } pair) return pair;
            at = end;
        }

        return null;
    }

    private static string? PairReason(string names, int at, (string Second, string Reason)[] seconds)
    {
        while (at < names.Length && names[at] is '-' or '_') at++;
        if (at >= names.Length || !char.IsAsciiLetter(names[at])) return null;
        var next = names.AsSpan(at, WordEnd(names, at) - at);
        foreach (var (second, reason) in seconds)
        {
            if (next.Equals(second, StringComparison.OrdinalIgnoreCase)) return reason;
        }

        return null;
    }

    private static int WordEnd(string names, int start)
    {
        var end = start + 1;
        while (end < names.Length && char.IsAsciiLetter(names[end]) && !(char.IsAsciiLetterUpper(names[end]) && char.IsAsciiLetterLower(names[end - 1]))) end++;
        return end;
    }
}
