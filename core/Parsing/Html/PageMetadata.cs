using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using NewsIngest.Parsing.Json;

namespace NewsIngest.Parsing.Html;

/// <summary>Reads what a page says about its article: JSON-LD first, then Open Graph and article meta tags, then the page itself.</summary>
internal sealed class PageMetadata
{
    private readonly ILookup<string, string> meta;
    private readonly IHtmlDocument page;
    private readonly PageMarks marks;
    private readonly ArticleDraft draft;

    private PageMetadata(IHtmlDocument page, ArticleDraft draft)
    {
        this.page = page;
        this.draft = draft;
        marks = PageMarks.Read(page.DocumentElement);
        meta = marks.Meta
            .Select(m => (Name: m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("itemprop") ?? "", Content: m.GetAttribute("content")!))
            .Where(m => m.Name.Length > 0)
            .ToLookup(m => m.Name, m => m.Content, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Fills the draft; the article's text as JSON-LD gives it, or null.</summary>
    public static string? Read(IHtmlDocument page, ArticleDraft draft, ParseContext context)
    {
        var metadata = new PageMetadata(page, draft);
        var body = metadata.ReadJsonLd(context);
        metadata.ReadMeta();
        metadata.ReadPage();
        return body;
    }

    private string? ReadJsonLd(ParseContext context)
    {
        foreach (var script in marks.JsonLd)
        {
            var source = script.TextContent;
            if (source.Length > context.Options.MaxTextLength)
            {
                draft.Warnings.Add("a JSON-LD block of the page is too long and was not read");
                continue;
            }

            try
            {
                using var json = BoundedJson.Parse(LenientJson.Repair(source), context);
                if (JsonLd.FindArticle(json.RootElement) is { } article) return ReadArticle(article);
            }
            catch (JsonException)
            {
                draft.Warnings.Add("a JSON-LD block of the page is broken and was not read");
            }
        }

        return null;
    }

    private string? ReadArticle(JsonElement article)
    {
        draft.SetTitle(Decode(JsonLd.Strings(article, "headline").FirstOrDefault()), "json-ld headline");
        draft.SetAuthors(JsonLd.Names(article, "author").SelectMany(Authors), "json-ld author");
        draft.SetPublisher(Decode(JsonLd.Names(article, "publisher").FirstOrDefault()), "json-ld publisher");
        draft.SetPublishedAt(JsonLd.Strings(article, "datePublished").FirstOrDefault(), "json-ld datePublished");
        draft.SetLanguage(JsonLd.Strings(article, "inLanguage").FirstOrDefault(), "json-ld inLanguage");
        draft.SetSection(Decode(JsonLd.Strings(article, "articleSection").FirstOrDefault()), "json-ld articleSection");
        draft.SetKeywords(JsonLd.Strings(article, "keywords").SelectMany(k => Decode(k)!.Split(',')), "json-ld keywords");
        draft.SetUrl(JsonLd.Strings(article, "url").Concat(JsonLd.Strings(article, "mainEntityOfPage")).FirstOrDefault(), "json-ld url");
        return JsonLd.Strings(article, "articleBody").FirstOrDefault();
    }

    private void ReadMeta()
    {
        foreach (var name in (ReadOnlySpan<string>)["og:title", "twitter:title", "dc.title", "DCTERMS.title", "parsely-title", "sailthru.title"]) Try(name, draft.SetTitle);
        foreach (var name in (ReadOnlySpan<string>)["article:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "date", "dc.date", "DC.date.issued", "dcterms.created", "sailthru.date", "article.published", "cXenseParse:recs:publishtime", "published_at", "originalpublicationdate"])
            Try(name, (value, source) => draft.SetPublishedAt(value, source));
        foreach (var name in (ReadOnlySpan<string>)["og:site_name", "dc.publisher", "application-name", "cre", "copyright"]) Try(name, draft.SetPublisher);
        foreach (var name in (ReadOnlySpan<string>)["article:section", "parsely-section", "og:section", "section"]) Try(name, draft.SetSection);
        Try("og:url", draft.SetUrl);
        foreach (var name in (ReadOnlySpan<string>)["author", "article:author_name", "parsely-author", "dc.creator", "sailthru.author", "byl", "article:author", "twitter:creator"])
            draft.SetAuthors(meta[name].SelectMany(Authors), $"meta {name}");
        foreach (var name in (ReadOnlySpan<string>)["article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags"])
            draft.SetKeywords(meta[name].SelectMany(value => value.Split(',', ';')), $"meta {name}");
        Try("og:locale", draft.SetLanguage);
    }

    private void ReadPage()
    {
        draft.SetUrl(marks.Canonical?.GetAttribute("href"), "link canonical");
        draft.SetTitle(marks.Heading?.TextContent, "h1");
        draft.SetTitle(page.Title, "title element");
        draft.SetLanguage(page.DocumentElement.GetAttribute("lang"), "html lang");
        draft.SetPublishedAt(marks.DatePublished is { } date ? date.GetAttribute("content") ?? date.GetAttribute("datetime") ?? date.TextContent : null, "itemprop datePublished");
        draft.SetPublishedAt((marks.StoryTime ?? (marks.Times.Count == 1 ? marks.Times[0] : null))?.GetAttribute("datetime"), "time element");
        draft.SetAuthors(marks.Authors.Select(e => e.TextContent).SelectMany(Authors), "author markup");
    }

    /// <summary>Authors as templates give them: "By Jane Doe and John Roe", never an address.</summary>
    private static IEnumerable<string> Authors(string value)
    {
        value = Decode(value)!.Trim();
        if (value.Length == 0 || value.Contains("://", StringComparison.Ordinal) || value[0] == '@') return [];
        var names = Bylines.Names(value).ToList();
        return names.Count > 0 ? names : value.Length <= 80 && !value.Contains('@') ? [value] : [];
    }

    private void Try(string name, Action<string?, string> set)
    {
        foreach (var value in meta[name])
        {
            set(Decode(value), $"meta {name}");
            return;
        }
    }

    /// <summary>Some templates encode twice.</summary>
    private static string? Decode(string? value) => value is not null && value.Contains('&') ? WebUtility.HtmlDecode(value) : value;
}
