using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NewsIngest.Parsing.Json;

namespace NewsIngest.Parsing.Formats;

/// <summary>ninjs 1 to 3, JSON Feed, and JSON or JSON Lines of articles; each object is an article.</summary>
internal sealed class JsonFormat : IArticleFormat
{
    private const int MostBrokenNamed = 5;

    private static readonly string[] Lists = ["items", "articles", "results", "docs", "documents", "data", "entries", "newsItems", "_items", "item", "associations"];

    /// <summary>Answers of agencies' programming interfaces wrap an item up to this deep.</summary>
    private const int DeepestEnvelope = 4;

    private static readonly string[] Envelopes = ["data", "item", "response", "result", "content"];

    public string Name => "ninjs and other JSON or JSON Lines (.json, .jsonl)";

    public bool Recognizes(FileContent file)
    {
        var head = file.Head;
        if (head.IsEmpty || head[0] is not ('{' or '[')) return false;
        var inner = head[1..].TrimStart();
        return !inner.IsEmpty && (head[0] == '{' ? inner[0] is '"' or '}' : inner[0] is '{' or ']' or '[') && !head.StartsWith("{\\rtf");
    }

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var warnings = new List<string>(file.Text!.Warnings);
        var isLines = IsLines(file.Text.Text, context);
        using var whole = isLines ? null : Whole(file, context);
        var values = whole is null ? Lines(LinesOf(file), warnings, context) : [whole.RootElement];
        var several = false;
        ArticleDraft? held = null;
        foreach (var (item, inList) in values.SelectMany(v => Items(v, inList: false)))
        {
            context.CheckTime();
            if (JsonItem.Read(item, context) is not { } draft) continue;
            if (isLines || inList) draft.ItemContent = JsonMarshal.GetRawUtf8Value(item).ToArray();
            if (held is not null)
            {
                several = true;
                yield return held;
            }

            held = draft;
            several |= inList;
        }

        if (held is null) throw context.Refuse(warnings.Count > 0 ? string.Join("; ", warnings) : "the JSON holds no article: it needs a text (\"text\", \"body_html\", \"bodies\", …), best with \"id\" and \"title\"");
        held.Warnings.AddRange(warnings);
        if (!several && !isLines) (held.ItemId, held.ItemContent) = (null, default);
        yield return held;
    }

    private static JsonDocument Whole(FileContent file, ParseContext context)
    {
        try
        {
            var isPlainUtf8 = IsPlainUtf8(file);
            var text = file.TakeText();
            return isPlainUtf8 ? BoundedJson.Parse(file.Bytes, context) : BoundedJson.Parse(text, context);
        }
        catch (JsonException e)
        {
            throw context.Refuse($"it is broken JSON, or nested deeper than {context.Options.MaxJsonDepth} levels (line {e.LineNumber + 1}: {Shorten(e.Message)})", e);
        }
    }

    /// <summary>Whether the bytes can be read as they are, without the text that was decoded from them.</summary>
    private static bool IsPlainUtf8(FileContent file) =>
        file.Text is { Charset: "utf-8", Warnings.Count: 0 } && !file.StartsWith("\uFEFF"u8) && !LoneSurrogates.Possible(file.Bytes.Span);

    private static IEnumerable<ReadOnlyMemory<byte>> LinesOf(FileContent file)
    {
        var isPlainUtf8 = IsPlainUtf8(file);
        var text = file.TakeText();
        return isPlainUtf8 ? LinesOf(file.Bytes) : LinesOf(text);
    }

    /// <summary>JSON Lines: the first line alone is a whole value, and there are more.</summary>
    private static bool IsLines(string text, ParseContext context)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOf('\n');
        if (end < 0) return false;
        try
        {
            using var first = BoundedJson.Parse(trimmed[..end].ToString(), context);
            return first.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Each value lives until the next one is asked for.</summary>
    private static IEnumerable<JsonElement> Lines(IEnumerable<ReadOnlyMemory<byte>> lines, List<string> warnings, ParseContext context)
    {
        var number = 0;
        var broken = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            using var json = ReadLine(line, context);
            if (json is not null) yield return json.RootElement;
            else if (++broken <= MostBrokenNamed) warnings.Add($"line {number} is broken JSON and was skipped");
        }

        if (broken > MostBrokenNamed) warnings.Add($"{broken - MostBrokenNamed} more lines are broken and were skipped");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> LinesOf(ReadOnlyMemory<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var end = utf8.Span.IndexOf((byte)'\n');
            yield return end < 0 ? utf8 : utf8[..end];
            utf8 = end < 0 ? default : utf8[(end + 1)..];
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> LinesOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            yield return Encoding.UTF8.GetBytes(LoneSurrogates.Replace(text[start..end]));
            start = end + 1;
        }
    }

    private static JsonDocument? ReadLine(ReadOnlyMemory<byte> line, ParseContext context)
    {
        try
        {
            return BoundedJson.Parse(line, context);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(JsonElement Item, bool InList)> Items(JsonElement value, bool inList, int depth = 0)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().SelectMany(v => Items(v, inList: true, depth));
        if (JsonItem.IsOne(value)) return [(value, inList)];
        if (value.ValueKind != JsonValueKind.Object || depth == DeepestEnvelope) return [];
        foreach (var name in Lists)
        {
            if (value.First(name) is (_, { ValueKind: JsonValueKind.Array } list)) return Items(list, inList: true, depth);
        }

        foreach (var name in Envelopes)
        {
            if (value.First(name) is (_, { ValueKind: JsonValueKind.Object } inner)) return Items(inner, inList, depth + 1);
        }

        return [];
    }

    private static string Shorten(string message) => message.Length <= 120 ? message : message[..120] + "…";
}
