using System.Globalization;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;

namespace NewsIngest.Bench.Generation;

/// <summary>Puts stories into files of the formats that news comes in.</summary>
internal static class FileWriter
{
    public static byte[] Plain(NewsStory story) => Bytes(story.Text);

    public static byte[] Markdown(NewsStory story) =>
        Bytes($"---\ntitle: \"{story.Title}\"\nauthor: {story.Author}\ndate: {Day(story)}\n---\n\n# {story.Title}\n\n{string.Join("\n\n", story.Paragraphs)}\n");

    public static byte[] Html(NewsStory story) => Bytes(
        $"""
        <!doctype html>
        <html lang="en"><head><title>{Encode(story.Title)}</title>
        <meta name="author" content="{Encode(story.Author)}"><meta property="article:published_time" content="{Day(story)}"></head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{Encode(story.Title)}</h1>
        {string.Concat(story.Paragraphs.Select(paragraph => $"<p>{Encode(paragraph)}</p>\n"))}</article><footer>All rights reserved</footer></body></html>
        """);

    public static byte[] Json(NewsStory story) => JsonSerializer.SerializeToUtf8Bytes(Fields(story));

    /// <summary>One story a line.</summary>
    public static byte[] JsonLines(IEnumerable<NewsStory> stories) => Bytes(string.Concat(stories.Select(story => JsonSerializer.Serialize(Fields(story)) + "\n")));

    public static byte[] Feed(IEnumerable<NewsStory> stories) => Bytes(
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Invented news</title><link>https://news.example/</link><description>Stories</description>
        {string.Concat(stories.Select(story => $"<item><guid isPermaLink=\"false\">{story.Key}</guid><title>{Escape(story.Title)}</title><pubDate>{Rfc(story)}</pubDate><description>{Escape(string.Concat(story.Paragraphs.Select(paragraph => $"<p>{Encode(paragraph)}</p>")))}</description></item>\n"))}</channel></rss>
        """);

    public static byte[] Mail(NewsStory story) => Bytes(
        $"From: {story.Author} <desk@news.example>\r\nTo: wire@news.example\r\nSubject: {story.Title}\r\nDate: {Rfc(story)}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{string.Join("\r\n\r\n", story.Paragraphs)}\r\n");

    /// <summary>Nothing that any parser takes.</summary>
    public static byte[] Broken(NewsStory story) => Bytes($"<?xml version=\"1.0\"?><rss><channel><item><title>{Escape(story.Title)}</item>");

    private static Dictionary<string, object> Fields(NewsStory story) => new(StringComparer.Ordinal)
    {
        ["id"] = story.Key,
        ["title"] = story.Title,
        ["author"] = story.Author,
        ["publishedAt"] = Day(story),
        ["text"] = string.Join("\n\n", story.Paragraphs),
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Day(NewsStory story) => story.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Rfc(NewsStory story) => story.Date.ToDateTime(new TimeOnly(9, 0)).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " GMT";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Escape(string text) => SecurityElement.Escape(text);
}
