using System.Xml.Linq;
using NewsIngest.Parsing.Html;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>
/// RSS 2.0, RSS 1.0 and Atom: every item is an article. Read with LINQ to XML, because SyndicationFeed knows no RSS 1.0 and
/// refuses a whole feed for one bad date.
/// </summary>
internal sealed class FeedFormat : IArticleFormat
{
    public string Name => "RSS and Atom feeds (.rss, .atom, .xml)";

    public bool Recognizes(FileContent file) => XmlFile.RootName(file.Head) is "rss" or "feed" or "RDF" or "entry";

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var root = XmlFile.Load(file.TakeText(), context).Root!;
        var channel = root.Child("channel") ?? root;
        var items = root.DescendantsAndSelf().Where(e => e.Is("item") || e.Is("entry")).ToList();
        if (items.Count == 0) throw context.Refuse("the feed holds no items");
        return ReadAll(items, channel, context);
    }

    private static IEnumerable<ArticleDraft> ReadAll(List<XElement> items, XElement channel, ParseContext context)
    {
        foreach (var item in items)
        {
            context.CheckTime();
            if (BlogExport.IsPart(item)) continue;
            var draft = new ArticleDraft();
            ReadMeta(item, channel, draft, context);
            var composer = new ArticleComposer(context);
            composer.Title(draft.Title);
            WriteContent(item, draft, composer, context);
            composer.ApplyTo(draft);
            draft.ItemId = item.Child("guid").Line() ?? item.Child("id").Line() ?? item.Get("about") ?? draft.Url ?? draft.Title;
            draft.ItemContent = ElementSource.Of([item]);
            yield return draft;
        }
    }

    private static void ReadMeta(XElement item, XElement channel, ArticleDraft draft, ParseContext context)
    {
        draft.SetTitle(HtmlFragment.Line(Field(item, "title")?.Value, context), "feed title");
        draft.SetUrl(item.All("link").FirstOrDefault(l => l.Get("href") is null).Line() ?? AlternateLink(item), "feed link");
        draft.SetUrl(item.Child("guid").Line(), "feed guid");
        foreach (var name in (string[])["pubDate", "published", "date", "issued", "created", "updated", "modified"])
            draft.SetPublishedAt(item.Child(name).Line(), $"feed {name}");
        draft.SetAuthors(item.All("creator").Select(c => c.Line() ?? "").SelectMany(Names), "feed creator");
        draft.SetAuthors(item.All("author").Select(a => a.Child("name").Line() ?? a.Line() ?? "").SelectMany(Names), "feed author");
        draft.SetPublisher(item.Child("source").Child("title").Line() ?? item.Child("source").Line(), "feed source");
        draft.SetPublisher(channel.Child("title").Line(), "feed channel title");
        draft.SetLanguage(item.Get("lang") ?? channel.Child("language").Line() ?? channel.Get("lang"), "feed language");
        draft.SetKeywords(item.All("category").Select(c => c.Get("term") ?? c.Line() ?? ""), "feed category");
        draft.SetSection(item.Child("section").Line(), "feed section");
    }

    /// <summary>A child of the feed's own vocabulary: media and podcast modules reuse its names for other things.</summary>
    private static XElement? Field(XElement item, string name) => item.All(name).FirstOrDefault(e =>
        !e.Name.NamespaceName.Contains("mrss", StringComparison.OrdinalIgnoreCase) && !e.Name.NamespaceName.Contains("itunes", StringComparison.OrdinalIgnoreCase));

    /// <summary>"jane@example.org (Jane Doe)" is how RSS 2.0 writes an author.</summary>
    private static IEnumerable<string> Names(string value)
    {
        var open = value.IndexOf('(', StringComparison.Ordinal);
        if (value.Contains('@') && open >= 0) value = value[(open + 1)..].TrimEnd(')', ' ');
        return Bylines.Names(value);
    }

    private static string? AlternateLink(XElement item) =>
        item.All("link").OrderBy(l => l.Get("rel") is null or "alternate" ? 0 : 1).FirstOrDefault().Get("href");

    private static void WriteContent(XElement item, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var content = Field(item, "encoded") ?? Field(item, "content") ?? Field(item, "description") ?? Field(item, "summary");
        if (content is null) return;
        if (content.Elements().Any()) XmlBody.Write(content, composer, draft.Title, context);
        else HtmlFragment.WriteEither(BlogExport.Html(item, content.Value), composer, draft.Title, context);
    }
}
