using System.Text.Json;
using NewsIngest.Parsing.Html;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Json;

/// <summary>
/// One article as a JSON object: ninjs 1 to 3 of the IPTC, JSON Feed, schema.org, or plainly <c>{id, title, text, …}</c>.
/// </summary>
internal static class JsonItem
{
    private static readonly string[] Bodies =
        ["body_nitf", "body_html", "body_xhtml", "article_html", "content_html", "articleBody", "text", "body_text", "content_text", "body", "content", "fulltext", "maintext", "article", "story"];

    private static readonly string[] Summaries = ["description_text", "description_html", "description_xhtml", "summary", "description", "abstract", "excerpt", "teaser"];

    /// <summary>Whether the object looks like an article at all.</summary>
    public static bool IsOne(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && (item.First("bodies") is not null || Bodies.Any(name => item.String(name) is not null) || IsNinjs(item)
            || (Title(item) is not null && item.First(Summaries) is not null));

    /// <summary>Whether the object is ninjs: what it is not asked for, it may leave out, but not its uri and what goes with it.</summary>
    public static bool IsNinjs(JsonElement item) =>
        item.First("uri") is not null && item.First("headline", "headlines", "body_text", "body_html", "bodies", "versioncreated", "pubstatus", "type") is not null;

    /// <summary>The article, or null when the object holds no text.</summary>
    /// <exception cref="ParseException">A body goes beyond a limit.</exception>
    public static ArticleDraft? Read(JsonElement item, ParseContext context)
    {
        var draft = new ArticleDraft { ItemId = item.String("id", "_id", "uri", "guid", "uuid", "urn", "url", "link") };
        var source = IsNinjs(item) ? "ninjs" : "json";
        ReadMeta(item, draft, source, context);
        var composer = new ArticleComposer(context);
        composer.Title(draft.Title);
        var written = WriteBodies(item, draft, composer, context);
        if ((!written || !IsStory(item)) && !WriteSummary(item, draft, composer, context) && !written && !IsAlert(item, draft)) return null;
        composer.ApplyTo(draft);
        return draft;
    }

    private static void ReadMeta(JsonElement item, ArticleDraft draft, string source, ParseContext context)
    {
        draft.SetTitle(HtmlFragment.Line(Title(item), context), $"{source} headline");
        foreach (var name in (string[])["by", "byline"]) draft.SetAuthors(item.Strings(name).SelectMany(Bylines.Names), $"{source} {name}");
        draft.SetAuthors(item.Strings("authors", "author", "creator").SelectMany(a => Bylines.Names(a).DefaultIfEmpty(a)), $"{source} authors");
        foreach (var name in (string[])["publishedAt", "published_at", "datePublished", "date_published", "published", "pubDate", "firstpublished", "firstcreated", "contentcreated", "versioncreated", "version_created", "date", "created", "timestamp"])
            draft.SetPublishedAt(item.String(name), $"{source} {name}");
        draft.SetPublisher(item.Strings("publisher", "source", "provider", "site_name", "copyrightholder", "creditline").FirstOrDefault(), $"{source} publisher");
        draft.SetLanguage(item.String("language", "lang", "inLanguage"), $"{source} language");
        draft.SetUrl(item.String("url", "link", "canonical", "uri", "external_url"), $"{source} url");
        draft.SetSection(item.Strings("section", "articleSection", "category").FirstOrDefault(), $"{source} section");
        draft.SetKeywords(Keywords(item), $"{source} keywords");
    }

    /// <summary>A list in one string, or one of strings; the name of a subject may have a comma of its own.</summary>
    private static IEnumerable<string> Keywords(JsonElement item) =>
        item.First("keywords", "keyword_names", "tags", "subject", "subjects") is (_, { ValueKind: JsonValueKind.String } list) ? list.GetString()!.Split(',') : item.Strings("keywords", "keyword_names", "tags", "subject", "subjects");

    private static string? Title(JsonElement item)
    {
        if (item.First("headlines") is (_, { ValueKind: JsonValueKind.Array } headlines))
        {
            return headlines.EnumerateArray()
                .Where(h => h.ValueKind == JsonValueKind.Object)
                .OrderBy(h => h.String("role") is null or "main" ? 0 : 1)
                .Select(h => h.String("value"))
                .FirstOrDefault();
        }

        return item.String("headline", "title", "name", "heading");
    }

    private static bool WriteBodies(JsonElement item, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        WriteHead(item, composer);
        if (item.First("bodies") is (_, { ValueKind: JsonValueKind.Array } bodies))
        {
            foreach (var body in bodies.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object).OrderBy(b => IsMarkup(b.String("contenttype")) ? 0 : 1))
            {
                if (body.String("value") is { } value && Write(value, IsMarkup(body.String("contenttype")), draft, composer, context)) return true;
            }
        }

        foreach (var name in Bodies)
        {
            if (item.String(name) is { } body && Write(body, name.Contains("html", StringComparison.Ordinal), draft, composer, context)) return true;
        }

        return false;
    }

    private static bool IsMarkup(string? contentType) => contentType is not null && (contentType.Contains("html", StringComparison.OrdinalIgnoreCase) || contentType.Contains("xml", StringComparison.OrdinalIgnoreCase));

    private static void WriteHead(JsonElement item, ArticleComposer composer)
    {
        composer.Byline(item.String("by", "byline"));
        composer.Dateline(item.String("dateline"));
    }

    private static bool Write(string value, bool isMarkup, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        if (XmlFile.RootName(value) == "nitf")
        {
            var nitf = XmlFile.Load(value, context).Root!;
            XmlBody.Write(nitf.Inside("body.content") ?? nitf, composer, draft.Title, context);
        }
        else if (isMarkup)
        {
            HtmlFragment.Write(value, composer, draft.Title, context);
        }
        else
        {
            HtmlFragment.WriteEither(value, composer, draft.Title, context);
        }

        return composer.HasBody;
    }

    /// <summary>A flash of an agency is all in its headline.</summary>
    private static bool IsAlert(JsonElement item, ArticleDraft draft) => IsNinjs(item) && item.String("type") == "text" && draft.Title is not null;

    private static bool IsStory(JsonElement item) => item.String("type") is not ("picture" or "photo" or "image" or "video" or "audio" or "graphic");

    /// <summary>A picture has no story but a caption; a text without its body has at least a summary.</summary>
    private static bool WriteSummary(JsonElement item, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var summaries = item.First("descriptions") is (_, { ValueKind: JsonValueKind.Array } list) ? list.EnumerateArray().Where(d => d.ValueKind == JsonValueKind.Object).Select(d => d.String("value"))
            : Summaries.Select(name => item.String(name));
        if (summaries.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s)) is not { } summary) return false;
        if (IsStory(item)) HtmlFragment.WriteEither(summary, composer, draft.Title, context);
        else composer.Caption(HtmlFragment.Line(summary, context), "caption");
        return true;
    }
}
