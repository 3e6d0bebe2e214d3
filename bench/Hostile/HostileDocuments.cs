using System.Globalization;
using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>PDF, mail, JSON and wire files made to harm.</summary>
internal static class HostileDocuments
{
    private const int Many = 100_000;
    private const string Page = "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>> endobj\n";
    private const string Font = "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n";

    public static IEnumerable<HostileFile> All() => Pdf().Concat(Mail()).Concat(Json()).Concat(Wire());

    private static IEnumerable<HostileFile> Pdf()
    {
        const string catalog = "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n";
        const string pages = "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n";
        (string Kind, string Body)[] bodies =
        [
            ("pages in a loop", catalog + "2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj\n"),
            ("pages in a loop of two", catalog + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 1>> endobj\n"),
            ("parent in a loop", catalog + pages + "3 0 obj <</Type/Page/Parent 3 0 R>> endobj\n"),
            ("object of itself", "1 0 obj 1 0 R endobj\n"),
            ("length of itself", catalog + pages + Page + Font + "4 0 obj <</Length 4 0 R>> stream\nBT (a) Tj ET\nendstream endobj\n"),
            ("form in a loop", catalog + pages + Page + Font + Stream(4, "/X Do") + "6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>> stream\n/X Do\nendstream endobj\n"),
            ("contents in a loop", catalog + pages + Page + Font + "4 0 obj [4 0 R 4 0 R] endobj\n"),
            ("font in a loop", catalog + pages + Page + "5 0 obj <</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[5 0 R]/ToUnicode 5 0 R/Encoding 5 0 R>> endobj\n" + Stream(4, "BT /F 9 Tf (a) Tj ET")),
            ("million pages", catalog + "2 0 obj <</Type/Pages/Kids[" + Repeat("3 0 R ", Many) + "]/Count 1000000>> endobj\n" + Page + Font + Stream(4, "BT /F 9 Tf (a) Tj ET")),
            ("deep arrays", catalog + pages + Page + Font + "4 0 obj " + new string('[', Many) + " endobj\n"),
            ("deep dictionaries", "1 0 obj " + Repeat("<</A", Many) + " endobj\n"),
            ("deep saved states", catalog + pages + Page + Font + Stream(4, Repeat("q ", Many) + "BT /F 9 Tf (a) Tj ET")),
            ("deep arrays in contents", catalog + pages + Page + Font + Stream(4, "BT /F 9 Tf " + new string('[', Many) + " TJ ET")),
            ("text without end", catalog + pages + Page + Font + Stream(4, "BT /F 9 Tf (" + new string('(', Many))),
            ("many letters at one place", catalog + pages + Page + Font + Stream(4, "BT /F 9 Tf " + Repeat("1 0 0 1 9 9 Tm (abc) Tj ", 2_000) + "ET")),
            ("many letters all over", catalog + pages + Page + Font + Stream(4, "BT /F 9 Tf " + string.Concat(Enumerable.Range(0, 5_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {i * 7919 % 600} {i * 104729 % 800} Tm (a b) Tj "))) + "ET")),
            ("many lines", catalog + pages + Page + Font + Stream(4, "BT /F 1 Tf " + string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 99 {i} Tm (a b) Tj "))) + "ET")),
            ("letters of no size", catalog + pages + Page + Font + Stream(4, "BT /F 0 Tf (abc) Tj 0 0 0 0 0 0 Tm (abc) Tj ET")),
            ("letters out of all bounds", catalog + pages + Page + Font + Stream(4, "BT /F 1e30 Tf 1e300 0 0 1e300 -1e300 1e300 Tm (abc) Tj /F -5 Tf (abc) Tj ET")),
            ("page of no size", catalog + pages + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n" + Font + Stream(4, "BT /F 9 Tf (abc) Tj ET")),
            ("filters on filters", catalog + pages + Page + Font + "4 0 obj <</Length 3/Filter[" + Repeat("/ASCIIHexDecode", 1000) + "]>> stream\n30>\nendstream endobj\n"),
            ("forms that draw forms", catalog + pages + Page.Replace("/X 6 0 R", "/X 10 0 R", StringComparison.Ordinal) + Font + Stream(4, "/X Do") + string.Concat(Enumerable.Range(10, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {i + 1} 0 R>>/Font<</F 5 0 R>>>>/Length 45>> stream\n/X Do /X Do /X Do /X Do BT /F 9 Tf (It) Tj ET  \nendstream endobj\n"))) + "30 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>> stream\n\nendstream endobj\n"),
            ("widths of a huge range", catalog + pages + Page + "5 0 obj <</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]>> endobj\n7 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 2000000000 500]>> endobj\n" + Stream(4, "BT /F 9 Tf (ab) Tj ET")),
            ("characters of a huge range", catalog + pages + Page + "5 0 obj <</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>> endobj\n7 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>> endobj\n" + Stream(8, "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <7FFFFFFF> <00000041> endbfrange 1 begincidrange <00000000> <7FFFFFFF> 0 endcidrange") + Stream(4, "BT /F 9 Tf (ab) Tj ET")),
            ("columns of a huge number", catalog + pages + Page + Font + "4 0 obj <</Length 9/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 2147483647/BitsPerComponent 2147483647>>>> stream\nxxxxxxxxx\nendstream endobj\n"),
            ("objects of a huge number", catalog + pages + Page + Font + "4 0 obj <</Type/ObjStm/N 2147483647/First 2147483647/Length 9>> stream\nxxxxxxxxx\nendstream endobj\n"),
            ("nothing in it", catalog + "2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"),
        ];
        foreach (var (kind, body) in bodies) yield return new HostileFile($"PDF: {kind}", "file.pdf", $"%PDF-1.7\n{body}trailer <</Root 1 0 R/Size 9>>\n%%EOF");
        yield return new HostileFile("PDF: cross-reference in a loop", "file.pdf", "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R/Size 1/Prev 9>>\nstartxref\n9\n%%EOF");
        yield return new HostileFile("PDF: start of cross-reference outside", "file.pdf", "%PDF-1.7\n" + catalog + pages + "trailer <</Root 1 0 R>>\nstartxref\n99999999999999\n%%EOF");
        yield return new HostileFile("PDF: many objects", "file.pdf", "%PDF-1.7\n" + Repeat("1 0 obj null endobj\n", Many) + "trailer <</Root 1 0 R>>");
        yield return new HostileFile("PDF: encrypted", "file.pdf", "%PDF-1.7\n" + catalog + pages + "trailer <</Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/O(x)/U(x)/P -4/Length 99999>>>>\n%%EOF");
        yield return new HostileFile("PDF: deflate bomb", "file.pdf", Deflated(catalog + pages + Page + Font));
        yield return new HostileFile("PDF: header alone", "file.pdf", "%PDF-");
    }

    /// <summary>A PDF whose pages all show the same.</summary>
    public static HostileFile PdfOfPages(string kind, int pages, string content) => new(kind, "file.pdf", string.Create(CultureInfo.InvariantCulture,
        $"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[{Repeat("3 0 R ", pages)}]/Count {pages}>> endobj\n{Page}{Font}{Stream(4, content)}trailer <</Root 1 0 R/Size 9>>\n%%EOF"));

    private static byte[] Deflated(string before)
    {
        using var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            Array.Fill(zeros, (byte)' ');
            for (var i = 0; i < 300; i++) deflate.Write(zeros);
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n{before}4 0 obj <</Length {packed.Length}/Filter/FlateDecode>> stream\n");
        return [.. Encoding.ASCII.GetBytes(head), .. packed.ToArray(), .. "\nendstream endobj\ntrailer <</Root 1 0 R/Size 9>>\n%%EOF"u8];
    }

    private static IEnumerable<HostileFile> Mail()
    {
        const string head = "From: a@b.example\nTo: c@d.example\nSubject: Rents\nDate: Thu, 05 May 2016 04:11:45 +0000\nMIME-Version: 1.0\n";
        yield return Eml("deep parts", head + string.Concat(Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"))) + "\nIt rains.");
        yield return Eml("mail in mail", head + Repeat("Content-Type: message/rfc822\n\nSubject: x\n", 10_000) + "\nIt rains.");
        yield return Eml("the same boundary", head + "Content-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 10_000));
        yield return Eml("many parts", head + "Content-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\nContent-Type: text/plain\n\nIt rains.\n", 20_000) + "--b--");
        yield return Eml("many header fields", head + Repeat("X-A: b\n", Many * 3) + "\nIt rains.");
        yield return Eml("huge header field", head + "X-A: " + new string('b', 2_000_000) + "\n\nIt rains.");
        yield return Eml("huge folded header field", head + "X-A: b\n" + Repeat(" c\n", Many * 3) + "\nIt rains.");
        yield return Eml("huge subject", $"From: a@b.example\nTo: c@d.example\nSubject: {Repeat("=?utf-8?q?a?= ", Many)}\nDate: Thu, 05 May 2016 04:11:45 +0000\n\nIt rains.");
        yield return Eml("many addresses", $"From: {Repeat("a <a@b.example>, ", Many)}x@y.example\nTo: c@d.example\nSubject: x\nDate: Thu, 05 May 2016 04:11:45 +0000\n\nIt rains.");
        yield return Eml("deep comments in addresses", $"From: {new string('(', Many)}\nTo: c@d.example\nSubject: x\nDate: Thu, 05 May 2016 04:11:45 +0000\n\nIt rains.");
        yield return Eml("deep groups of addresses", $"From: {Repeat("a:", Many)}\nTo: c@d.example\nSubject: x\nDate: Thu, 05 May 2016 04:11:45 +0000\n\nIt rains.");
        yield return Eml("date that is none", "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: 99999999999 Feb 99999999 99:99:99 +9999999\n\nIt rains today.");
        yield return Eml("charset that is none", head + "Content-Type: text/plain; charset=" + new string('x', Many) + "\n\nIt rains today.");
        yield return Eml("Base64 that is none", head + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + new string('=', Many));
        yield return Eml("uuencoded without end", head + "Content-Transfer-Encoding: uuencode\n\nbegin 644 x\n" + Repeat("M", Many));
        yield return Eml("deep HTML", head + "Content-Type: text/html\n\n<html><body>" + Repeat("<div>", Many));
        yield return Eml("parameters without end", head + "Content-Type: text/plain" + string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"; a*{i}=b"))) + "\n\nIt rains.");
        var bomb = Convert.ToBase64String(HostileArchives.Gzip(new byte[60_000_000]));
        yield return Eml("bomb attached", head + $"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt rains today.\n--b\nContent-Type: application/gzip; name=a.txt.gz\nContent-Disposition: attachment; filename=a.txt.gz\nContent-Transfer-Encoding: base64\n\n{bomb}\n--b--");
        yield return Eml("header injection", "From: a@b.example\r\nTo: c@d.example\r\nSubject: =?utf-8?q?x=0D=0ABcc:_e@f.example?=\r\nDate: Thu, 05 May 2016 04:11:45 +0000\r\n\r\nIt rains today.");
    }

    private static IEnumerable<HostileFile> Json()
    {
        yield return new HostileFile("deep arrays", "file.json", "{\"text\":" + new string('[', Many) + new string(']', Many) + "}");
        yield return new HostileFile("deep objects", "file.json", Repeat("{\"a\":", Many));
        yield return new HostileFile("deep line", "file.jsonl", "{\"text\":\"It rains.\"}\n{\"text\":" + new string('[', Many) + "\n");
        yield return new HostileFile("same key over and over", "file.json", "{" + Repeat("\"text\":\"It rains.\",", Many) + "\"text\":\"It rains.\"}");
        yield return new HostileFile("many keys", "file.json", "{" + string.Concat(Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"k{i}\":1,"))) + "\"text\":\"It rains.\"}");
        yield return new HostileFile("many items", "file.json", "[" + Repeat("{\"text\":\"It rains.\"},", Many) + "{}]");
        yield return new HostileFile("many lines", "file.jsonl", Repeat("{\"text\":\"It rains.\"}\n", 20_000));
        yield return new HostileFile("lone surrogates", "file.json", "{\"title\":\"\\uD800\",\"text\":\"It \\uDC00 rains \\uD83D today.\",\"author\":\"\\uDFFF\"}");
        yield return new HostileFile("NUL", "file.json", "{\"title\":\"\\u0000\",\"text\":\"It \\u0000 rains today.\",\"id\":\"\\u0000\"}");
        yield return new HostileFile("huge number", "file.json", "{\"text\":\"It rains.\",\"publishedAt\":" + new string('9', Many) + "}");
        yield return new HostileFile("huge id", "file.json", "{\"id\":\"" + new string('i', 1_000_000) + "\",\"text\":\"It rains.\"}");
        yield return new HostileFile("wrong types", "file.json", "{\"text\":\"It rains today.\",\"title\":{},\"author\":[[1]],\"publishedAt\":false,\"url\":7,\"id\":null,\"language\":[]}");
        yield return new HostileFile("wrong types of ninjs", "file.json", "{\"uri\":[],\"headline\":{},\"body_html\":5,\"headlines\":\"x\",\"bodies\":{\"a\":1},\"versioncreated\":[]}");
        yield return new HostileFile("dates out of bounds", "file.json", "[{\"text\":\"It rains.\",\"publishedAt\":\"9999-12-31T23:59:59-14:00\"},{\"text\":\"It rains.\",\"publishedAt\":\"0001-01-01T00:00:00+14:00\"},{\"text\":\"It rains.\",\"publishedAt\":1e300}]");
        yield return new HostileFile("comments", "file.json", Repeat("/* */", Many) + "{\"text\":\"It rains.\"}");
        yield return new HostileFile("bombs of HTML in items", "file.json", "[" + string.Join(',', Enumerable.Repeat("{\"id\":\"1\",\"content_html\":\"" + Repeat("<b><i>", 5000) + "\"}", 100)) + "]");
        yield return new HostileFile("large HTML in many items", "file.jsonl", Repeat("{\"id\":\"1\",\"content_html\":\"" + Repeat("<p>It rains.</p>", 500) + "\"}\n", 300));
    }

    private static IEnumerable<HostileFile> Wire()
    {
        yield return new HostileFile("wire: start alone", "a.iptc", "\u0001");
        yield return new HostileFile("wire: no end", "a.iptc", "\u0001ABC0001 4 POL 10\r\n\u0002" + new string('a', 1_000_000));
        yield return new HostileFile("wire: marks only", "a.iptc", Repeat("\u0001\u0002\u0003\u0004", Many));
        yield return new HostileFile("wire: head without end", "a.anpa", "\u0016\u0016\u0001" + Repeat("v0001 \n", Many));
        yield return new HostileFile("wire: many messages", "a.iptc", Repeat("\u0001ABC0001 4 POL 10\r\n\u0002Rents rise\r\n\r\nRents rose in May.\r\n\u0003", 20_000));
    }

    private static HostileFile Eml(string kind, string text) => new($"mail: {kind}", "mail.eml", text);

    private static string Stream(int number, string content) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj <</Length {content.Length}>> stream\n{content}\nendstream endobj\n");

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
