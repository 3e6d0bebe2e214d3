using System.Text;
using NewsIngest.Articles;
using NewsIngest.Parsing.Dates;
using NewsIngest.Parsing.Languages;

namespace NewsIngest.Parsing;

/// <summary>Adds to a draft what all formats have in common, and checks that its blocks are sound.</summary>
internal static class ArticleFinisher
{
    /// <summary>A body shorter than this says little about its language; then the title is read as well.</summary>
    private const int EnoughForLanguage = 200;

    /// <summary>And one of this length tells all.</summary>
    private const int MostForLanguage = 8000;

    public static Article Finish(ArticleDraft draft, SourceFile file, FileContent content)
    {
        var blocks = draft.Blocks ?? TextBlocks.Find(draft.Text, draft.Title);
        BlockCheck.Check(draft.Text, blocks);
        ReadText(draft, blocks);
        var itemId = content.ItemId is null ? draft.ItemId : draft.ItemId is null ? content.ItemId : $"{content.ItemId}#{draft.ItemId}";
        var hash = ArticleId.ContentHash((draft.ItemContent.IsEmpty ? content.Bytes : draft.ItemContent).Span);
        return new Article
        {
            Id = ArticleId.From(file.Container, file.Blob, itemId),
            Revision = ArticleId.Revision(hash),
            Source = new ArticleSource(file.Container, file.Blob, file.ETag, file.ContentType, itemId),
            Title = draft.Title,
            Authors = draft.Authors,
            Publisher = draft.Publisher,
            PublishedAt = draft.PublishedAt,
            Language = draft.Language ?? LanguageDetector.Undetermined,
            Url = draft.Url,
            Section = draft.Section,
            Keywords = draft.Keywords,
            Provenance = draft.Provenance,
            Text = draft.Text,
            Blocks = blocks,
            ContentHash = hash,
            Sketch = ArticleSketch.Of(draft.Text, blocks),
            Warnings = draft.Warnings,
        };
    }

    private static void ReadText(ArticleDraft draft, IReadOnlyList<Block> blocks)
    {
        if (blocks.FirstOrDefault(b => b.Role == BlockRole.Title) is { } title) draft.SetTitle(title.Span.In(draft.Text).ToString(), "first line");
        foreach (var byline in blocks.Where(b => b.Role == BlockRole.Byline))
            draft.SetAuthors(Bylines.Names(byline.Span.In(draft.Text).ToString()), "byline");
        if (blocks.FirstOrDefault(b => b.Role == BlockRole.Dateline) is { } dateline && Bylines.Agency(dateline.Span.In(draft.Text)) is { } agency)
            draft.SetPublisher(agency, "dateline");
        if (draft.PublishedAt.Basis == DateBasis.Unknown)
        {
            var date = DocumentDate.Resolve(draft.Text, blocks);
            draft.SetPublishedAt(date, date.Basis == DateBasis.Dateline ? "dateline" : "text");
        }

        SetLanguage(draft, blocks);
    }

    private static void SetLanguage(ArticleDraft draft, IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (block.Role != BlockRole.Body) continue;
            if (text.Length > 0) text.Append('\n');
            text.Append(block.Span.In(draft.Text));
            if (text.Length > MostForLanguage) break;
        }

        if (text.Length < EnoughForLanguage) text.Insert(0, $"{draft.Title}\n");
        var detected = LanguageDetector.Detect(text.ToString(), out var sure);
        draft.ResolveLanguage(detected == LanguageDetector.Undetermined ? null : detected, sure);
    }
}
