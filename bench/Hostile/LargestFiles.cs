using System.Globalization;
using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>Files as large as they may be, filled with what takes the most memory in each format.</summary>
internal static class LargestFiles
{
    private const int Most = 10 * 1024 * 1024;
    private const int MostText = 512 * 1024;
    private const int MostHtml = 4 * 1024 * 1024;
    private const int Unpacked = 9_500_000;
    private const string Sentence = "“The gate of yard 7 is shut,” Ada Roth, the harbour master of Norrvik, told reporters on Monday. ";
    private const string Body = "<html><body><article>";
    private const string MailHead = "From: a@b.example\nTo: c@d.example\nSubject: Rents\nDate: Thu, 05 May 2016 04:11:45 +0000\nMIME-Version: 1.0\n";

    public static IEnumerable<HostileFile> All() => Texts().Concat(Shapes()).Concat(Pages()).Concat(Data()).Concat(Mails()).Concat(Packed());

    /// <summary>What the extraction has to read at most.</summary>
    private static IEnumerable<HostileFile> Shapes() => TextShape.All.Select(shape => new HostileFile($"largest: text of {shape.Name}", "a.txt", shape.Of(MostText)));

    private static IEnumerable<HostileFile> Texts()
    {
        yield return Filled("prose", "a.txt", "", Sentence + "\n\n");
        yield return Filled("prose in one line", "a.txt", "", Sentence);
        yield return Filled("a letter a line", "a.txt", "", "a\n");
        yield return Filled("a letter a paragraph", "a.txt", "", "a\n\n");
        yield return Filled("no-break spaces", "a.txt", "", "\u00A0a");
        yield return Filled("names", "a.txt", "", i => string.Create(CultureInfo.InvariantCulture, $"Ada{i} Roth{i} spoke. "));
        yield return Filled("names in one sentence", "a.txt", "", i => string.Create(CultureInfo.InvariantCulture, $"Ada X{i} and "));
        yield return Filled("quotation marks", "a.txt", "", "“");
        yield return Filled("letters", "a.txt", "", "a");
        yield return new HostileFile("largest: prose in UTF-16", "a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Fill(Sentence, (Most / 2) - 200))]);
        yield return Filled("Markdown", "a.md", "# Rents\n\n", "**" + Sentence + "**\n\n");
        yield return Filled("Markdown marks", "a.md", "# Rents\n\n", "*a* ");
        yield return Filled("Markdown lists", "a.md", "# Rents\n\n", "- a\n");
        yield return Filled("wire copy", "a.iptc", "\u0001ABC0001 4 POL 10\r\n\u0002", Sentence + "\r\n", "\u0003");
    }

    private static IEnumerable<HostileFile> Pages()
    {
        yield return FilledPage("HTML of prose", "a.html", Body, $"<p>{Sentence}</p>");
        yield return FilledPage("HTML of elements", "a.html", Body, "<p class=a id=b lang=c rel=d name=e role=f>x</p>");
        yield return FilledPage("HTML of attributes", "a.html", Body, i => string.Create(CultureInfo.InvariantCulture, $"<p class={i} id={i} lang={i} rel={i} name={i} role={i} type={i} property={i} itemprop={i} content={i} datetime={i} charset={i}></p>"));
        yield return FilledPage("HTML of one text", "a.html", Body + "<p>", Sentence);
        yield return FilledPage("HTML of entities", "a.html", Body + "<p>", "&lt;a&amp;");
        yield return FilledPage("HTML of links", "a.html", Body, "<a href=x>a</a> <b class=x>a</b> ");
        yield return FilledPage("HTML of JSON-LD", "a.html", "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"keywords\":[\"a\"", ",\"a\"", "]}</script></head><body><p>" + Sentence);
    }

    private static IEnumerable<HostileFile> Data()
    {
        yield return Filled("NITF of prose", "a.xml", "<nitf><body><body.content>", $"<p>{Sentence}</p>", "</body.content></body></nitf>");
        yield return Filled("NITF of elements", "a.xml", "<nitf><body><body.content>", i => i < 99_000 ? "<p a=\"b\" c=\"d\" e=\"f\" g=\"h\">x</p>" : "x ", "</body.content></body></nitf>");
        yield return Filled("NITF of ampersands", "a.xml", "<nitf><body><body.content><p>", "x & ", "</p></body.content></body></nitf>");
        yield return Filled("NITF of ampersands apart", "a.xml", "<nitf><body><body.content><p>", i => i % 900_000 == 0 ? "</p><p>" : "x & ", "</p></body.content></body></nitf>");
        yield return Filled("NITF of comments", "a.xml", "<nitf><body><body.content><p>", "x<!---->", "</p></body.content></body></nitf>");
        yield return Filled("NITF of CDATA", "a.xml", "<nitf><body><body.content><p>", "<![CDATA[x]]>", "</p></body.content></body></nitf>");
        yield return Filled("NITF of one attribute", "a.xml", "<nitf><body><body.content><p a=\"", "x &amp; ", "\">It rains.</p></body.content></body></nitf>");
        yield return Filled("NITF of attributes", "a.xml", "<nitf><body><body.content><p>It rains.</p>", i => string.Create(CultureInfo.InvariantCulture, $"<p a{i}=\"\" b{i}=\"\" c{i}=\"\"/>"), "</body.content></body></nitf>");
        yield return Filled("NITF of one element of attributes", "a.xml", "<nitf><body><body.content><p", i => string.Create(CultureInfo.InvariantCulture, $" a{i}=\"\""), ">It rains.</p></body.content></body></nitf>");
        yield return Filled("NITF of one element of one attribute", "a.xml", "<nitf><body><body.content><p", " a=\"\"", ">It rains.</p></body.content></body></nitf>");
        yield return Filled("RSS of prose", "a.rss", "<rss version=\"2.0\"><channel><title>t</title>", $"<item><title>x</title><description>{Fill(Sentence, 5000)}</description></item>", "</channel></rss>");
        yield return Filled("RSS of HTML", "a.rss", "<rss version=\"2.0\"><channel><title>t</title>", $"<item><title>x</title><description>&lt;p&gt;{Fill(Sentence, 100_000)}</description></item>", "</channel></rss>");
        yield return Filled("JSON of prose", "a.json", "{\"id\":\"1\",\"text\":\"", Sentence + "\\n\\n", "\"}");
        yield return Filled("JSON of escapes", "a.json", "{\"id\":\"1\",\"text\":\"", "\\u00e9 ", "\"}");
        yield return Filled("JSON of numbers", "a.json", "{\"id\":\"1\",\"text\":\"It rains today.\",\"n\":[0", ",0", "]}");
        yield return Filled("JSON of keys", "a.json", "{\"id\":\"1\"", ",\"k\":0", ",\"text\":\"It rains today.\"}");
        yield return Filled("JSON of items", "a.json", "[{}", i => i < 9_990 ? $",{{\"text\":\"{Fill(Sentence, 900)}\"}}" : ",{}", "]");
        yield return Filled("JSON Lines", "a.jsonl", "", i => i < 9_990 ? $"{{\"text\":\"{Fill(Sentence, 1000)}\"}}\n" : "\n");
    }

    private static IEnumerable<HostileFile> Mails()
    {
        yield return Filled("mail of prose", "a.eml", MailHead + "\n", Sentence + "\n\n");
        yield return Filled("mail of quoted-printable", "a.eml", MailHead + "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\n", "=C3=A9 rains =\n");
        yield return Filled("mail of HTML", "a.eml", MailHead + "Content-Type: text/html\n\n<html><body>", $"<p>{Sentence}</p>\n");
        yield return Filled("mail of parts", "a.eml", MailHead + "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\na\n", "--b--");
        yield return Filled("mail of attachments", "a.eml", MailHead + "Content-Type: multipart/mixed; boundary=b\n\n", i => string.Create(CultureInfo.InvariantCulture, $"--b\nContent-Type: text/plain; name=a{i}.txt\nContent-Disposition: attachment; filename=a{i}.txt\n\n{Fill(Sentence, 20_000)}\n"), "--b--");
    }

    private static IEnumerable<HostileFile> Packed()
    {
        var text = Encoding.UTF8.GetBytes(Fill(i => string.Create(CultureInfo.InvariantCulture, $"{i * 7919L % 1_000_003} {Sentence[..40]}"), Unpacked));
        yield return new HostileFile("largest: zip of texts", "a.zip", HostileArchives.Zip([.. Enumerable.Range(0, 4).Select(i => (string.Create(CultureInfo.InvariantCulture, $"{i}.txt"), text))]));
        yield return new HostileFile("largest: gzip of a text", "a.txt.gz", HostileArchives.Gzip(text));
        var page = Encoding.UTF8.GetBytes(Body + Fill(i => string.Create(CultureInfo.InvariantCulture, $"<p>{i * 7919L % 1_000_003} {Sentence}</p>"), MostHtml - (MostHtml / 8)));
        yield return new HostileFile("largest: zip of pages", "a.zip", HostileArchives.Zip([.. Enumerable.Range(0, 4).Select(i => (string.Create(CultureInfo.InvariantCulture, $"{i}.html"), page))]));
        yield return HostileArchives.WordFile("largest: Word of paragraphs", Fill(i => string.Create(CultureInfo.InvariantCulture, $"<w:p><w:r><w:t>{i} {Sentence}</w:t></w:r></w:p>"), Most));
        yield return HostileArchives.WordFile("largest: Word of elements", Fill(i => string.Create(CultureInfo.InvariantCulture, $"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{i}</w:t></w:r></w:p>"), Most));
        yield return HostileArchives.WordFile("largest: Word of one paragraph", $"<w:p>{Fill(i => string.Create(CultureInfo.InvariantCulture, $"<w:r><w:t>{i * 7919L % 1_000_003} rains </w:t></w:r>"), Most)}</w:p>");
        yield return HostileDocuments.PdfOfPages("largest: PDF of letters", 200, "BT /F 9 Tf " + Fill("1 0 0 1 99 99 Tm (It rains) Tj ", 4000) + "ET");
        yield return HostileDocuments.PdfOfPages("largest: PDF of one page", 1, "BT /F 9 Tf " + Fill(i => string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {i * 7919L % 600} {i * 104729L % 800} Tm (It rains) Tj "), Most - 5000) + "ET");
        yield return HostileDocuments.PdfOfPages("largest: PDF of operators", 1, Fill("0 0 m 9 9 l S ", Most - 5000) + "BT /F 9 Tf (It rains) Tj ET");
    }

    private static HostileFile Filled(string kind, string name, string before, string part, string after = "") => Filled(kind, name, before, _ => part, after);

    private static HostileFile FilledPage(string kind, string name, string before, string part, string after = "") => Filled(kind, name, before, _ => part, after, MostHtml);

    private static HostileFile FilledPage(string kind, string name, string before, Func<int, string> part) => Filled(kind, name, before, part, "", MostHtml);

    private static HostileFile Filled(string kind, string name, string before, Func<int, string> part, string after = "", int most = Most)
    {
        var text = new StringBuilder(before, most);
        var bytes = Encoding.UTF8.GetByteCount(before) + Encoding.UTF8.GetByteCount(after);
        for (var i = 0; ; i++)
        {
            var next = part(i);
            bytes += Encoding.UTF8.GetByteCount(next);
            if (bytes > most) break;
            text.Append(next);
        }

        return new HostileFile($"largest: {kind}", name, text.Append(after).ToString());
    }

    private static string Fill(string part, int length) => Fill(_ => part, length);

    private static string Fill(Func<int, string> part, int length)
    {
        var text = new StringBuilder(length + 256);
        for (var i = 0; text.Length < length; i++) text.Append(part(i));
        return text.ToString();
    }
}
