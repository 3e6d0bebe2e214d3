using System.Xml.Linq;
using NewsIngest.Parsing.Html;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>
/// NewsML-G2 of the IPTC: news items with NITF, XHTML or plain text inside, alone or in a news message.
/// A package only points to items; it gives articles when it is sent together with them.
/// </summary>
internal sealed class NewsMlG2Format : IArticleFormat
{
    public string Name => "NewsML-G2 (.xml)";

    public bool Recognizes(FileContent file) =>
        XmlFile.RootName(file.Head) is "newsItem" or "packageItem" or "newsMessage" or "knowledgeItem" or "conceptItem" or "planningItem" or "catalogItem";

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var root = XmlFile.Load(file.TakeText(), context).Root!;
        if (root.Is("newsItem")) return ReadItem(root, context) is { } only ? [only] : throw context.Refuse(NoText(root));
        var items = root.Descendants().Where(e => e.Is("newsItem")).ToList();
        if (items.Count == 0) throw context.Refuse(NoText(root));
        return ReadItems(items, context);
    }

    private static string NoText(XElement root) => root.Name.LocalName switch
    {
        "newsItem" => "this NewsML-G2 item holds no text (a picture, video or reference)",
        "packageItem" => "this NewsML-G2 package only refers to items; drop the items, or a news message that holds them",
        var other => $"a NewsML-G2 {other} holds no article",
    };

    private static IEnumerable<ArticleDraft> ReadItems(List<XElement> items, ParseContext context)
    {
        foreach (var item in items)
        {
            if (ReadItem(item, context) is not { } draft) continue;
            draft.ItemId = item.Get("guid");
            draft.ItemContent = ElementSource.Of([item]);
            yield return draft;
        }
    }

    private static ArticleDraft? ReadItem(XElement item, ParseContext context)
    {
        var draft = new ArticleDraft();
        var composer = new ArticleComposer(context);
        ReadMeta(item, draft);
        foreach (var content in item.Child("contentSet")?.Elements() ?? [])
        {
            if (content.Is("inlineXML")) ReadInlineXml(content, draft, composer, context);
            else if (content.Is("inlineData")) ReadInlineData(content, draft, composer, context);
            if (composer.HasBody) break;
        }

        if (!composer.HasBody) ReadDescription(item, draft, composer, context);
        if (!composer.HasBody && (draft.Title is null || !IsText(item, whenUntold: false))) return null;
        composer.ApplyTo(draft);
        LeadTitle.Set(draft, item.Child("contentMeta").Child("slugline").Line());
        return draft;
    }

    private static void ReadMeta(XElement item, ArticleDraft draft)
    {
        var meta = item.Child("itemMeta");
        var content = item.Child("contentMeta");
        draft.SetTitle(content.All("headline").OrderBy(h => h.Get("role") is null ? 0 : 1).FirstOrDefault().Line(), "newsml-g2 headline");
        draft.SetAuthors(content.All("by").Select(b => b.Line() ?? "").SelectMany(Bylines.Names), "newsml-g2 by");
        draft.SetAuthors(content.All("creator").SelectMany(c => c.All("name")).SelectMany(n => Bylines.FullNames(n.Line() ?? "")), "newsml-g2 creator");
        draft.SetPublishedAt(content.Child("contentCreated").Line(), "newsml-g2 contentCreated");
        draft.SetPublishedAt(meta.Child("firstCreated").Line(), "newsml-g2 firstCreated");
        draft.SetPublishedAt(meta.Child("versionCreated").Line(), "newsml-g2 versionCreated");
        var provider = meta.Child("provider");
        var source = content.Child("infoSource");
        var holder = item.Child("rightsInfo").Child("copyrightHolder");
        draft.SetPublisher(
            Publishers.Best(provider.Child("name").Line(), provider.Get("literal"), Code(provider.Get("qcode")), content.Child("creditline").Line(), source.Child("name").Line() ?? source.Get("literal"), holder.Child("name").Line() ?? holder.Get("literal")),
            "newsml-g2 provider");
        draft.SetLanguage(content.Child("language").Get("tag") ?? item.Get("lang"), "newsml-g2 language");
        draft.SetKeywords(content.All("keyword").Select(k => k.Line() ?? ""), "newsml-g2 keyword");
        draft.SetKeywords(content.All("subject").Select(s => s.Child("name").Line() ?? ""), "newsml-g2 subject");
        draft.SetUrl(meta.All("link").FirstOrDefault(IsOwnAddress).Get("href"), "newsml-g2 link");
    }

    private static string? Code(string? qcode) => qcode?[(qcode.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static void ReadInlineXml(XElement content, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var inner = content.Elements().FirstOrDefault();
        if (inner is null) return;
        if (inner.Is("nitf"))
        {
            Nitf.Read(inner, draft, composer, context);
            return;
        }

        if (inner.Name.LocalName.ToLowerInvariant() is not ("html" or "body" or "div" or "section" or "article" or "p")) return;
        var body = inner.Is("html") ? inner.Child("body") ?? inner : inner;
        draft.SetTitle(inner.Child("head").Child("title").Line(), "xhtml title");
        composer.Title(draft.Title);
        WriteHead(content, composer);
        XmlBody.Write(body, composer, draft.Title, context, [.. content.Parent?.Parent.Child("contentMeta").All("headline").Select(h => h.Line()).OfType<string>().Where(line => line != draft.Title) ?? []]);
    }

    private static void ReadInlineData(XElement content, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var type = content.Get("contenttype") ?? "";
        if (content.Get("encoding") is not null || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)) return;
        composer.Title(draft.Title);
        WriteHead(content, composer);
        HtmlFragment.WriteEither(content.Value, composer, draft.Title, context);
    }

    private static void WriteHead(XElement content, ArticleComposer composer)
    {
        var meta = content.Parent?.Parent.Child("contentMeta");
        composer.Byline(meta.Child("by").Line());
        composer.Dateline(meta.Child("dateline").Line());
    }

    /// <summary>Most links of an item lead elsewhere: to sources, pictures and further reading.</summary>
    private static bool IsOwnAddress(XElement link) => link.Get("rel") is not { } rel || rel.EndsWith("canonical", StringComparison.OrdinalIgnoreCase) || rel.EndsWith("webVersion", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(XElement item, bool whenUntold) =>
        item.Child("itemMeta").Child("itemClass").Get("qcode") is { } kind ? kind.EndsWith("text", StringComparison.OrdinalIgnoreCase) : whenUntold;

    private static void ReadDescription(XElement item, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        if (!IsText(item, whenUntold: true)) return;
        composer.Title(draft.Title);
        foreach (var description in item.Child("contentMeta").All("description"))
            HtmlFragment.WriteEither(description.Line() ?? "", composer, draft.Title, context);
    }
}
