using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Query;

namespace NewsIngest.Storage.Index;

/// <summary>Reads an <see cref="ArticleLine"/> as rows hold it, see <see cref="EntityOutlineReader"/>.</summary>
internal static class ArticleLineReader
{
    public static ArticleLine Read(ref Utf8JsonReader reader)
    {
        string? id = null, blob = null, title = null, publisher = null, language = null, url = null, notExtracted = null;
        var publishedAt = PublishedAt.Unknown;
        var claims = 0;
        JsonReading.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonReading.ToProperty(ref reader))
        {
            if (JsonReading.Is(ref reader, "id"u8)) id = reader.GetString();
            else if (JsonReading.Is(ref reader, "blob"u8)) blob = reader.GetString();
            else if (JsonReading.Is(ref reader, "title"u8)) title = reader.GetString();
            else if (JsonReading.Is(ref reader, "publisher"u8)) publisher = reader.GetString();
            else if (JsonReading.Is(ref reader, "publishedAt"u8)) publishedAt = Date(ref reader);
            else if (JsonReading.Is(ref reader, "language"u8)) language = reader.GetString();
            else if (JsonReading.Is(ref reader, "url"u8)) url = reader.GetString();
            else if (JsonReading.Is(ref reader, "claims"u8)) claims = reader.GetInt32();
            else if (JsonReading.Is(ref reader, "notExtracted"u8)) notExtracted = reader.GetString();
            else reader.Skip();
        }

        return new ArticleLine
        {
            Id = id ?? throw new JsonException(),
            Blob = blob ?? throw new JsonException(),
            Title = title,
            Publisher = publisher,
            PublishedAt = publishedAt,
            Language = language ?? throw new JsonException(),
            Url = url,
            Claims = claims,
            NotExtracted = notExtracted,
        };
    }

    /// <summary>The span that the reader has come to.</summary>
    public static TextSpan Span(ref Utf8JsonReader reader)
    {
        var (start, end) = (0, 0);
        JsonReading.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonReading.ToProperty(ref reader))
        {
            if (JsonReading.Is(ref reader, "start"u8)) start = reader.GetInt32();
            else if (JsonReading.Is(ref reader, "end"u8)) end = reader.GetInt32();
            else reader.Skip();
        }

        return new TextSpan(start, end);
    }

    private static PublishedAt Date(ref Utf8JsonReader reader)
    {
        string? value = null;
        var basis = DateBasis.Unknown;
        TextSpan? span = null;
        JsonReading.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonReading.ToProperty(ref reader))
        {
            if (JsonReading.Is(ref reader, "value"u8)) value = reader.GetString();
            else if (JsonReading.Is(ref reader, "basis"u8)) basis = JsonReading.Named<DateBasis>(ref reader);
            else if (JsonReading.Is(ref reader, "span"u8)) span = Span(ref reader);
            else reader.Skip();
        }

        return new PublishedAt(value, basis, span);
    }
}
