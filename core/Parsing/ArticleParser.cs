using NewsIngest.Articles;

namespace NewsIngest.Parsing;

/// <summary>A file as it was dropped: raw bytes and where they came from.</summary>
public sealed record SourceFile(string Container, string Blob, ReadOnlyMemory<byte> Content, string? ETag = null, string? ContentType = null);

/// <summary>From the bytes of one file to the articles in it.</summary>
public sealed class ArticleParser
{
    /// <summary>Parses one file; the same bytes under the same name always give the same articles.</summary>
    /// <exception cref="ParseException">The file cannot be read as an article; the message names the file and the reason.</exception>
    public IReadOnlyList<Article> Parse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content.IsEmpty) throw new ParseException(file.Blob, "the file is empty");
        var text = System.Text.Encoding.UTF8.GetString(file.Content.Span);
        var hash = ArticleId.ContentHash(file.Content.Span);
        return
        [
            new Article
            {
                Id = ArticleId.From(file.Container, file.Blob),
                Revision = ArticleId.Revision(hash),
                Source = new ArticleSource(file.Container, file.Blob, file.ETag, file.ContentType),
                Language = "en",
                Text = text,
                Blocks = [new Block(BlockRole.Body, 0, text.Length)],
                ContentHash = hash,
            },
        ];
    }
}
