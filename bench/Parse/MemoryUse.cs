using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NewsIngest.Parsing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NewsIngest.Bench.Parse;

/// <summary>The most managed memory that reading one large file holds at once, on top of its bytes: looked at every few milliseconds, each time after a collection.</summary>
internal sealed record MemoryUse(string Name, long Size, long Peak)
{
    private const int FileBytes = 8 * 1024 * 1024;

    private const int MillisecondsBetween = 2;

    private const int SentencesOfParagraph = 5;

    private const string Sentence = "The harbour master of Norrvik, who has seen many a strike, said on Monday that forty ships were waiting and that nobody knew for how long. ";

    private const int LargePdfPages = 200;

    private const int ParagraphsOfPage = 7;

    public static IReadOnlyList<MemoryUse> Measure()
    {
        const int many = FileBytes / (SentencesOfParagraph * 140);
        return
        [
            Of("plain text", "a.txt", many, Plain),
            Of("HTML", "a.html", many, paragraphs => Utf8($"<html><body><article>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>\n"))}</article></body></html>")),
            Of("NITF", "a.xml", many, paragraphs => Utf8($"<nitf><body><body.content>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>\n"))}</body.content></body></nitf>")),
            Of("JSON Lines", "a.jsonl", many, paragraphs => Utf8(string.Concat(paragraphs.Select((p, i) => $"{{\"id\":\"{i}\",\"text\":\"{p}\"}}\n")))),
            Of("one JSON line", "a.json", many, paragraphs => Utf8($"{{\"id\":\"1\",\"text\":\"{string.Join("\\n\\n", paragraphs)}\"}}")),
            Of("e-mail", "a.eml", many, paragraphs => [.. "From: a@example.org\nTo: b@example.org\nSubject: Ships\nDate: Thu, 05 May 2016 04:11:45 +0000\n\n"u8, .. Plain(paragraphs)]),
            Of("zip of text", "a.zip", many, Zip),
            Of("Word", "a.docx", many, Word),
            Of("PDF", "a.pdf", LargePdfPages * ParagraphsOfPage, Pdf),
        ];
    }

    /// <summary>The size of a packed format is that of the text in it.</summary>
    private static MemoryUse Of(string name, string file, int paragraphs, Func<List<string>, byte[]> make)
    {
        // What is made once and kept, as tables and patterns, is not the file's.
        Parse(file, make(Paragraphs(ParagraphsOfPage)));
        using var done = new ManualResetEventSlim();
        var all = Paragraphs(paragraphs);
        var size = Math.Max(all.Sum(p => p.Length), 1);
        var content = make(all);
        all = null;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        var sampler = new Thread(() =>
        {
            while (!done.Wait(MillisecondsBetween)) peak = Math.Max(peak, Held());
        });
        sampler.Start();
        try
        {
            Parse(file, content);
        }
        finally
        {
            done.Set();
            sampler.Join();
        }

        return new MemoryUse(name, Math.Max(size, content.Length), peak - before);
    }

    private static void Parse(string file, byte[] content) =>
        new ArticleParser(new NewsIngest.Parsing.ParsingOptions { MaxCompressionRatio = 10_000, MaxArticles = 100_000, MaxTextLength = FileBytes, MaxHtmlLength = 2 * FileBytes, MaxTime = TimeSpan.FromMinutes(5) }).Parse(new SourceFile("bench", file, content));

    private static List<string> Paragraphs(int count) => [.. Enumerable.Range(0, count).Select(i => $"{i}. {string.Concat(Enumerable.Repeat(Sentence, SentencesOfParagraph))}")];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Plain(List<string> paragraphs) => Utf8(string.Join("\n\n", paragraphs));

    private static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static byte[] Zip(List<string> paragraphs)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry("a.txt").Open();
            stream.Write(Plain(paragraphs));
        }

        return packed.ToArray();
    }

    private static byte[] Word(List<string> paragraphs)
    {
        using var packed = new MemoryStream();
        using (var document = WordprocessingDocument.Create(packed, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p))))));
        return packed.ToArray();
    }

    private static byte[] Pdf(List<string> paragraphs)
    {
        const int line = 90;
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.TimesRoman);
        foreach (var some in paragraphs.Chunk(ParagraphsOfPage))
        {
            var page = document.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            var top = 800;
            foreach (var words in some.SelectMany(p => p.Chunk(line)))
            {
                page.AddText(new string(words).Trim(), 10, new PdfPoint(50, top), font);
                top -= 13;
            }
        }

        return document.Build();
    }
}
