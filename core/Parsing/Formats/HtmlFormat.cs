using NewsIngest.Parsing.Html;

namespace NewsIngest.Parsing.Formats;

/// <summary>HTML pages as saved from news sites.</summary>
internal sealed class HtmlFormat : IArticleFormat
{
    private static readonly string[] Openings = ["<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title", "<div", "<p>", "<h1"];

    public string Name => "HTML pages (.html)";

    public bool Recognizes(FileContent file)
    {
        var head = file.Head;
        while (head.StartsWith("<!--") || head.StartsWith("<?"))
        {
            var end = head.IndexOf('>');
            if (end < 0) break;
            head = head[(end + 1)..].TrimStart();
        }

        if (head.IsEmpty || head[0] != '<') return file.Extension is ".html" or ".htm" or ".xhtml" && !head.IsEmpty && file.Head.Contains("<p", StringComparison.OrdinalIgnoreCase);
        foreach (var opening in Openings)
        {
            if (head.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return file.Extension is ".html" or ".htm" or ".xhtml";
    }

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var draft = new ArticleDraft();
        draft.Warnings.AddRange(file.Text!.Warnings);
        var composer = new ArticleComposer(context);
        WriteStory(file, draft, composer, context);
        if (!composer.HasBody) throw context.Refuse("the page holds no article text");
        composer.ApplyTo(draft);
        yield return draft;
    }

    /// <summary>Apart, so that the page is gone when the text is put together: of a large one both are too much at once.</summary>
    private static void WriteStory(FileContent file, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        using var page = HtmlPage.Parse(file.TakeText(), context);
        var articleBody = PageMetadata.Read(page, draft, context);
        var leaves = page.Body is null ? null : LeafReader.Read(page.Body);
        composer.Title(draft.Title);
        if (leaves is not null && MainContent.Find(leaves) is { } story) StoryWriter.Write(leaves, story, composer, draft.Title);
        if (!composer.HasBody && articleBody is not null) composer.PlainText(articleBody);
    }
}
