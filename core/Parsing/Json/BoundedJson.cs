using System.Text;
using System.Text.Json;

namespace NewsIngest.Parsing.Json;

/// <summary>Parses JSON within the limits on depth and tokens: what the parser notes of each token can be a dozen times as large as the token.</summary>
internal static class BoundedJson
{
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, ParseContext)"/>
    public static JsonDocument Parse(string json, ParseContext context) => Parse(Encoding.UTF8.GetBytes(LoneSurrogates.Replace(json)), context);

    /// <exception cref="JsonException">It is broken, or nested too deep.</exception>
    /// <exception cref="ParseException">It has too many tokens.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, ParseContext context)
    {
        if (utf8.Length > context.Options.MaxJsonTokens) CountTokens(utf8.Span, context);
        return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = context.Options.MaxJsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
    }

    private static void CountTokens(ReadOnlySpan<byte> utf8, ParseContext context)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = context.Options.MaxJsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        for (var tokens = 0; reader.Read();)
        {
            if (++tokens > context.Options.MaxJsonTokens) throw context.Refuse($"its JSON has more than the {context.Options.MaxJsonTokens} names, values and brackets allowed");
        }
    }
}
