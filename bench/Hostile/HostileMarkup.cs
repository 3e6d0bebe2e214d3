using System.Globalization;
using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>HTML, XML and Markdown made to harm.</summary>
internal static class HostileMarkup
{
    private const string Story = "<p>Rents rose by 4 percent in May, the statistics office said on Monday, and nobody was surprised.</p>";
    private const int Many = 100_000;

    public static IEnumerable<HostileFile> All() => Html().Concat(Xml()).Concat(Doctypes()).Concat(Markdown());

    private static IEnumerable<HostileFile> Html()
    {
        foreach (var tag in (string[])["div", "span", "b", "table", "table><tr><td", "ul><li", "font", "a href=x", "svg", "math", "template", "select", "button", "form", "blockquote", "noscript", "p"])
            yield return Page("deeply nested", new StringBuilder().Insert(0, $"<{tag}>", Many / 5).Append(Story).ToString());
        yield return Page("misnested formatting", Repeat("<b><i><a><u>", Many / 8) + Story);
        yield return Page("end tags without start tags", Repeat("</div></p></b>", Many / 8) + Story);
        yield return Page("huge attribute", $"<div title=\"{new string('a', 2_000_000)}\">{Story}</div>");
        yield return Page("attribute that does not end", Story + "<div title=\"" + new string('a', 1_000_000));
        yield return Page("many attributes", $"<div {string.Concat(Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=1 ")))}>{Story}</div>");
        yield return Page("many entities", $"<p>{Repeat("&amp;amp;&#x10FFFF;&#0;&#xD800;&notanentity;", Many / 10)}</p>{Story}");
        yield return Page("comment that does not end", Story + "<!--" + Repeat("--!", Many));
        yield return Page("many comments", Repeat("<!-- -->", Many) + Story);
        yield return Page("script that does not end", Story + "<script>" + Repeat("<!--<script>", Many / 5));
        yield return Page("style that does not end", Story + "<style>" + Repeat("a{", Many));
        yield return Page("text area that does not end", "<textarea>" + Story + new string('x', Many));
        yield return Page("plaintext", "<plaintext>" + Story);
        yield return Page("base and refresh to another host", "<base href='http://evil.example/'><meta http-equiv=refresh content='0;url=file:///etc/passwd'>" + Story);
        yield return Page("included files", "<iframe src='file:///etc/passwd'></iframe><object data='file:///etc/passwd'></object><img src='file:///etc/passwd'><link rel=import href='file:///etc/passwd'>" + Story);
        yield return Page("deep JSON-LD", $"<script type='application/ld+json'>{Repeat("[", Many)}</script>{Story}");
        yield return Page("large JSON-LD", $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{new string('h', 1_000_000)}\"}}</script>{Story}");
        yield return Page("wide table", $"<table><tr>{Repeat("<td colspan=1000 rowspan=65534>x", Many / 5)}</table>{Story}");
        yield return Page("many paragraphs", Repeat("<p>x", Many) + Story);
        yield return Page("many line breaks", Repeat("<br>", Many) + Story);
        yield return Page("many links", Repeat("<a href=/x>x</a> ", Many / 2) + Story);
        yield return Page("NUL in tags", Repeat("<d\0iv>\0", 1000) + Story);
        yield return new HostileFile("less-than signs", "signs.html", "<html><body>" + new string('<', Many * 10));
        yield return new HostileFile("many titles", "titles.html", $"<html><head>{Repeat("<title>x</title><meta property='og:title' content='y'>", Many / 5)}</head><body>{Story}</body></html>");
        yield return new HostileFile("charset that lies", "charset.html", "<html><meta charset=utf-7><meta charset=x-user-defined><body>" + Story);
        yield return new HostileFile("frameset", "frames.html", "<html><frameset>" + Repeat("<frame src='file:///etc/passwd'>", 1000) + "</frameset></html>");
    }

    private static IEnumerable<HostileFile> Xml()
    {
        (string Name, string Open, string Close)[] roots =
        [
            ("nitf.xml", "<nitf><body><body.content>", "</body.content></body></nitf>"),
            ("feed.rss", "<rss version=\"2.0\"><channel><title>t</title><item><description>x</description>", "</item></channel></rss>"),
            ("feed.atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content>x</content>", "</entry></feed>"),
            ("g2.xml", "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><contentSet><inlineXML contenttype=\"application/nitf+xml\">", "</inlineXML></contentSet></newsItem>"),
            ("newsml.xml", "<NewsML><NewsItem><NewsComponent>", "</NewsComponent></NewsItem></NewsML>"),
        ];
        foreach (var (name, open, close) in roots)
        {
            yield return new HostileFile("deeply nested", name, open + Repeat("<x>", Many) + Repeat("</x>", Many) + close);
            yield return new HostileFile("nested and cut off", name, open + Repeat("<x>", Many));
            yield return new HostileFile("huge attribute", name, $"{open}<p title=\"{new string('a', 2_000_000)}\">It rains.</p>{close}");
            yield return new HostileFile("many attributes", name, $"{open}<p {string.Concat(Enumerable.Range(0, Many / 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=\"1\" ")))}>It rains.</p>{close}");
            yield return new HostileFile("many elements", name, open + Repeat("<p/>", Many * 3) + close);
            yield return new HostileFile("many namespaces", name, open + string.Concat(Enumerable.Range(0, Many / 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"<p xmlns:n{i}=\"u{i}\"/>"))) + close);
            yield return new HostileFile("CDATA that does not end", name, open + "<![CDATA[" + new string(']', Many));
            yield return new HostileFile("forbidden characters", name, $"{open}<p>&#0;&#xFFFF;&#xD800;\u0001\u0008 It rains.</p>{close}");
            yield return new HostileFile("processing instructions", name, open + Repeat("<?x y?>", Many / 2) + close);
            yield return new HostileFile("included files", name, $"{open}<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/><p>It rains.</p>{close}");
        }
    }

    private static IEnumerable<HostileFile> Doctypes()
    {
        var laughs = string.Concat(Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};\">")));
        (string Kind, string Doctype)[] doctypes =
        [
            ("billion laughs", $"<!DOCTYPE ROOT [<!ENTITY a0 \"ha\">{laughs}]>"),
            ("quadratic blow-up", $"<!DOCTYPE ROOT [<!ENTITY a30 \"{new string('a', Many)}\">]>"),
            ("external entity", "<!DOCTYPE ROOT [<!ENTITY a30 SYSTEM \"file:///etc/passwd\">]>"),
            ("external entity of another host", "<!DOCTYPE ROOT [<!ENTITY a30 SYSTEM \"http://127.0.0.1:9/secret\">]>"),
            ("external parameter entity", "<!DOCTYPE ROOT [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p; <!ENTITY a30 \"x\">]>"),
            ("external DTD", "<!DOCTYPE ROOT SYSTEM \"file:///etc/passwd\">"),
            ("public DTD", "<!DOCTYPE ROOT PUBLIC \"-//X//DTD X//EN\" \"http://127.0.0.1:9/x.dtd\">"),
            ("entity of itself", "<!DOCTYPE ROOT [<!ENTITY a30 \"&a30;\">]>"),
            ("DTD that does not end", "<!DOCTYPE ROOT [" + Repeat("<!ENTITY a30 \"", 1000)),
        ];
        foreach (var (kind, doctype) in doctypes)
        {
            foreach (var (name, root, body) in new[]
            {
                ("nitf.xml", "nitf", "<nitf><body><body.content><p>It rains &a30; today.</p></body.content></body></nitf>"),
                ("feed.rss", "rss", $"<rss version=\"2.0\"><channel><title>t</title><item><title>One</title><description>It rains {Repeat("&a30;", 500)} today.</description></item></channel></rss>"),
                ("page.html", "html", "<html><body><p>It rains &a30; today, and nobody in the town was surprised, the mayor said.</p></body></html>"),
                ("page.xhtml", "html", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>It rains &a30; today, and nobody in the town was surprised, the mayor said.</p></body></html>"),
            })
            {
                yield return new HostileFile(kind, name, $"<?xml version=\"1.0\"?>{doctype.Replace("ROOT", root, StringComparison.Ordinal)}{body}");
            }
        }
    }

    private static IEnumerable<HostileFile> Markdown()
    {
        foreach (var part in (string[])["[", "![", "*", "**a", "_a*", "`", "> ", "- ", "1. ", "#", "|", "|-|\n", "<div>", "[a]: b\n", "[a](", "~~", "&amp;", "\\", "***\n", "    a\n", "[^a]", "$", "<!--", "<a href='"])
            yield return new HostileFile($"many “{part.Trim()}”", "notes.md", "# Rents\n\n" + Repeat(part, Many / 10) + "\n\nRents rose in May.\n");
        foreach (var part in (string[])["[a](", "[a]: b\n", "<!--", "http://a.b ", "www.a.b ", "`a ``b ", "[a][b] "]) yield return new HostileFile($"as many “{part.Trim()}” as there may be", "notes.md", "# Rents\n\n" + Repeat(part, 204_000 / part.Length));
        yield return new HostileFile("front matter that does not end", "notes.md", "---\ntitle: " + new string('a', 1_000_000));
        yield return new HostileFile("front matter of anchors", "notes.md", "---\na: &a [x,x]\n" + string.Concat(Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"b{i}: &b{i} [*a,*a,*a]\n"))) + "---\n\n# Rents\n\nRents rose in May.\n");
        yield return new HostileFile("nested quotations", "notes.md", "# Rents\n\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => new string('>', i % 500) + " a\n")));
    }

    private static HostileFile Page(string kind, string body) => new(kind, "page.html", $"<!doctype html><html lang=\"en\"><head><title>Rents rise</title></head><body>{body}</body></html>");

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
