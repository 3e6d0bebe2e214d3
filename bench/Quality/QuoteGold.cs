using System.Text.Json;
using NewsIngest.Articles;

namespace NewsIngest.Bench.Quality;

/// <summary>One attribution of a data set, offsets turned into UTF-16. <see cref="Names"/> are the names of the resolved speaker, if the set has them.</summary>
internal sealed record GoldAttribution(
    IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content, string Kind,
    bool HasSpeaker, TextSpan? SpeakerMention, IReadOnlyList<string> Names, bool Resolved, bool Pronoun);

/// <summary>A text with its attributions.</summary>
internal sealed record GoldText(string Id, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    public static List<GoldText> Load(string path)
    {
        var texts = new List<GoldText>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            texts.Add(Read(json.RootElement));
        }

        return texts;
    }

    private static GoldText Read(JsonElement root)
    {
        var text = root.GetProperty("text").GetString()!;
        var offsets = new CodePoints(text);
        var attributions = new List<GoldAttribution>();
        foreach (var a in root.GetProperty("attributions").EnumerateArray())
        {
            var content = offsets.Spans(a.GetProperty("content"));
            if (content.Count == 0) continue;
            var hasSpeaker = a.TryGetProperty("speaker", out var speaker) && speaker.ValueKind == JsonValueKind.Object;
            var names = new List<string>();
            TextSpan? mention = null;
            var resolved = false;
            var pronoun = false;
            if (hasSpeaker)
            {
                foreach (var name in Property(speaker, "names")?.EnumerateArray() ?? default) names.Add(name.GetString()!);
                if (Property(speaker, "canonical")?.GetString() is { } canonical)
                {
                    names.Add(canonical);
                    resolved = true;
                }

                if (Property(speaker, "wiki")?.GetString() is { } wiki) names.Add(wiki.Replace('_', ' '));
                if (Property(speaker, "mention") is { } m) mention = offsets.Span(m);
                pronoun = Property(speaker, "pronoun")?.GetBoolean() ?? false;
            }

            attributions.Add(new GoldAttribution(
                offsets.Spans(a.GetProperty("source")), offsets.Spans(a.GetProperty("cue")), content, a.GetProperty("kind").GetString()!, hasSpeaker, mention, names, resolved, pronoun));
        }

        return new GoldText(root.GetProperty("id").GetString()!, text, attributions);
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
