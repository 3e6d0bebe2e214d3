using System.Text.Json;
using NewsIngest.Articles;

namespace NewsIngest.Bench.Quality;

/// <summary>Turns offsets counted in code points into UTF-16 offsets of the same text.</summary>
internal sealed class CodePoints
{
    private readonly int[]? utf16;

    public CodePoints(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return;
        var map = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            map.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        map.Add(text.Length);
        utf16 = [.. map];
    }

    public TextSpan Span(JsonElement pair) => new(At(pair[0].GetInt32()), At(pair[1].GetInt32()));

    public List<TextSpan> Spans(JsonElement pairs) => [.. pairs.EnumerateArray().Select(Span)];

    private int At(int offset) => utf16 is null ? offset : utf16[Math.Min(offset, utf16.Length - 1)];
}
