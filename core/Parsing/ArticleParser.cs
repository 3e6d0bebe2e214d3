using NewsIngest.Articles;

namespace NewsIngest.Parsing;

/// <summary>A file as it was dropped: raw bytes and where they came from.</summary>
public sealed record SourceFile(string Container, string Blob, ReadOnlyMemory<byte> Content, string? ETag = null, string? ContentType = null);

/// <summary>From the bytes of one file to the articles in it. Holds no state between files, safe for concurrent use.</summary>
public sealed class ArticleParser(ParsingOptions? options = null, TimeProvider? clock = null)
{
    private readonly ParsingOptions options = options ?? new ParsingOptions();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;

    /// <summary>How many reads of this process were out of time and have not ended: calls into libraries that nothing can interrupt.</summary>
    public static int LeftBehind => TimeBound.Shared.LeftBehind;

    /// <summary>Whether this process still reads files of every format; when not, it is to be replaced.</summary>
    public static bool CanReadAll => LeftBehind < TimeBound.MostLeftBehind;

    /// <summary>
    /// Parses one file; the same bytes under the same name always give the same articles. The format is told by the content,
    /// and by the name where the content leaves it open.
    /// </summary>
    /// <exception cref="ParseException">The file cannot be read as an article; the message names the file and the reason.</exception>
    /// <exception cref="ReadersBusyException">This process has too many reads that do not end; nothing is said of the file.</exception>
    public IReadOnlyList<Article> Parse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content.IsEmpty) throw new ParseException(file.Blob, $"the file is empty; {ArticleFormats.Accepted}");
        if (file.Content.Length > options.MaxBytes)
            throw new ParseException(file.Blob, $"the file has {ByteSize.Of(file.Content.Length)}, more than the {ByteSize.Of(options.MaxBytes)} allowed");
        var context = new ParseContext(file.Blob, options, clock);
        var articles = new List<Article>();
        var skipped = new List<string>();
        foreach (var content in ArchiveReader.Unpack(new FileContent(file.Blob, file.Content, file.ContentType), context))
        {
            context.CheckTime();
            try
            {
                Read(content, file, context, articles);
            }
            catch (ParseException e) when (content.ItemId is not null)
            {
                skipped.Add($"skipped {content.Name}: {e.Reason}");
            }
        }

        if (articles.Count == 0) throw context.Refuse(skipped.Count > 0 ? string.Join("; ", skipped.Take(3)) : "there is no article text in it");
        if (skipped.Count > 0) articles[0] = articles[0] with { Warnings = [.. articles[0].Warnings, .. skipped] };
        if (articles is [{ Source.ItemId: not null } only]) articles[0] = OfFile(only);
        return WithUniqueIds(articles);
    }

    /// <summary>The only article of a file has the id of the file, whatever its format would call it.</summary>
    private static Article OfFile(Article article) =>
        article with { Id = ArticleId.From(article.Source.Container, article.Source.Blob), Source = article.Source with { ItemId = null } };

    private void Read(FileContent content, SourceFile file, ParseContext context, List<Article> articles)
    {
        foreach (var draft in ArticleFormats.Read(content, context))
        {
            context.CheckTime();
            if (draft.Blocks is { Count: 0 } || string.IsNullOrWhiteSpace(draft.Text)) continue;
            if (articles.Count == options.MaxArticles) throw context.Refuse($"it holds more than the {options.MaxArticles} articles allowed");
            articles.Add(ArticleFinisher.Finish(draft, file, content));
        }
    }

    /// <summary>Two items of one file may carry the same id: the later ones get a number.</summary>
    private static List<Article> WithUniqueIds(List<Article> articles)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++)
        {
            var source = articles[i].Source;
            var key = source.ItemId ?? "";
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (count == 1) continue;
            var itemId = $"{key}~{count}";
            articles[i] = articles[i] with { Id = ArticleId.From(source.Container, source.Blob, itemId), Source = source with { ItemId = itemId } };
        }

        return articles;
    }
}
