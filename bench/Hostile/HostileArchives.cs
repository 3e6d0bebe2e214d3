using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>Archives and Word files made to harm: bombs, archives in archives, names that lead out, entries that lie.</summary>
internal static class HostileArchives
{
    private const string Types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private const string Relations = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string OpenBody = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string CloseBody = "</w:body></w:document>";
    private static readonly byte[] Story = Encoding.UTF8.GetBytes("Rents rise\n\nRents rose by 4 percent in May, the statistics office said on Monday.\n");

    public static IEnumerable<HostileFile> All()
    {
        var zeros = new byte[60_000_000];
        var letters = Filled(9_000_000, (byte)'a');
        var bomb = Gzip(zeros);
        yield return new HostileFile("gzip bomb", "bomb.txt.gz", bomb);
        yield return new HostileFile("gzip bomb of letters", "bomb.txt.gz", Gzip(letters));
        yield return new HostileFile("gzip bomb in gzip", "bomb.txt.gz.gz", Gzip(bomb));
        yield return new HostileFile("gzip bomb in zip", "bomb.zip", Zip(("a.txt.gz", bomb)));
        yield return new HostileFile("zip bomb", "bomb.zip", Zip(("a.txt", zeros)));
        yield return new HostileFile("zip of many bombs", "bombs.zip", Zip([.. Enumerable.Range(0, 20).Select(i => (Name(i), letters))]));
        yield return new HostileFile("gzip in gzip in gzip", "deep.gz", Nested(Story, 20, Gzip));
        yield return new HostileFile("zip in zip in zip", "deep.zip", Nested(Story, 20, inner => Zip(("inner.zip", inner))));
        yield return new HostileFile("zip of zips of zips", "tree.zip", Tree(3, 12));
        yield return new HostileFile("many members", "many.zip", Zip([.. Enumerable.Range(0, 5000).Select(i => (Name(i), Story))]));
        yield return new HostileFile("names that lead out", "out.zip", Zip(("../../etc/passwd", Story), ("/etc/passwd", Story), ("..\\..\\x.txt", Story), ("C:\\x.txt", Story), ("a/../../b.txt", Story), ("\u202Etxt.exe", Story)));
        yield return new HostileFile("name without end", "long.zip", Zip((new string('n', 60_000) + ".txt", Story)));
        yield return new HostileFile("the same name", "same.zip", Zip(("a.txt", Story), ("a.txt", Story), ("a.txt", Story)));
        yield return new HostileFile("empty", "empty.zip", Zip());
        yield return new HostileFile("empty gzip", "empty.gz", Gzip([]));
        yield return new HostileFile("gzip header alone", "head.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]);
        yield return new HostileFile("zip header alone", "head.zip", "PK\u0003\u0004");
        yield return new HostileFile("zip end alone", "end.zip", [.. "PK\u0005\u0006"u8, .. new byte[18]]);
        var zip = Zip(("a.txt", Story), ("b.html", Story));
        yield return new HostileFile("zip without directory", "cut.zip", zip[..(zip.Length - 60)]);
        foreach (var at in (int[])[6, 8, 14, 18, 22, 26, 28]) yield return new HostileFile(string.Create(CultureInfo.InvariantCulture, $"member header that lies at {at}"), "lies.zip", Lying(zip, at));
        var end = zip.Length - 22;
        foreach (var at in (int[])[8, 10, 12, 16, 20]) yield return new HostileFile(string.Create(CultureInfo.InvariantCulture, $"directory that lies at {at}"), "lies.zip", Lying(zip, end + at));
        foreach (var file in Word()) yield return file;
    }

    private static IEnumerable<HostileFile> Word()
    {
        const string paragraph = "<w:p><w:r><w:t>Rents rose in May, the office said.</w:t></w:r></w:p>";
        (string Kind, string Document)[] documents =
        [
            ("Word: deep tables", OpenBody + Repeat("<w:tbl><w:tr><w:tc>", 20_000) + paragraph + Repeat("</w:tc></w:tr></w:tbl>", 20_000) + CloseBody),
            ("Word: deep and cut off", OpenBody + Repeat("<w:tbl><w:tr><w:tc>", 20_000)),
            ("Word: many paragraphs", OpenBody + Repeat(paragraph, 50_000) + CloseBody),
            ("Word: many runs", OpenBody + "<w:p>" + Repeat("<w:r><w:t>a</w:t></w:r>", 100_000) + "</w:p>" + CloseBody),
            ("Word: entities", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + OpenBody + "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>" + CloseBody),
            ("Word: bomb", OpenBody + "<w:p><w:r><w:t>" + new string('a', 20_000_000) + "</w:t></w:r></w:p>" + CloseBody),
            ("Word: not XML", "Rents rose"),
            ("Word: another root", "<html><body><p>Rents rose</p></body></html>"),
        ];
        foreach (var (kind, document) in documents)
            yield return new HostileFile(kind, "file.docx", WordPackage(Relations, document));
        var outside = Relations.Replace("Target=\"word/document.xml\"", "TargetMode=\"External\" Target=\"file:///etc/passwd\"", StringComparison.Ordinal);
        yield return new HostileFile("Word: document outside", "file.docx", WordPackage(outside, OpenBody + paragraph + CloseBody));
    }

    /// <summary>A Word file of these paragraphs.</summary>
    public static HostileFile WordFile(string kind, string paragraphs) => new(kind, "file.docx", WordPackage(Relations, OpenBody + paragraphs + CloseBody));

    private static byte[] WordPackage(string relations, string document) => Zip(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(Types)), ("_rels/.rels", Encoding.UTF8.GetBytes(relations)), ("word/document.xml", Encoding.UTF8.GetBytes(document)));

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Nested(byte[] content, int levels, Func<byte[], byte[]> pack)
    {
        for (var i = 0; i < levels; i++) content = pack(content);
        return content;
    }

    private static byte[] Tree(int levels, int width) =>
        levels == 0 ? Story : Zip([.. Enumerable.Repeat(Tree(levels - 1, width), width).Select((inner, i) => (levels == 1 ? Name(i) : string.Create(CultureInfo.InvariantCulture, $"{i}.zip"), inner))]);

    private static byte[] Lying(byte[] zip, int at)
    {
        var lying = (byte[])zip.Clone();
        lying[at] = lying[at + 1] = 0xFF;
        return lying;
    }

    private static byte[] Filled(int length, byte value)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, value);
        return bytes;
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"story-{i}.txt");

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
