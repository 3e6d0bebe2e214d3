using System.IO.Compression;
using System.Text;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Parse;

/// <summary>The most managed memory that reading one large file holds at once, on top of its bytes: looked at every few milliseconds, each time after a collection.</summary>
internal sealed record MemoryUse(string Name, long Size, long Peak)
{
    private const int FileBytes = 8 * 1024 * 1024;

    private const int MillisecondsBetween = 2;

    private const string Sentence = "The harbour master of Norrvik, who has seen many a strike, said on Monday that forty ships were waiting and that nobody knew for how long. ";

    public static IReadOnlyList<MemoryUse> Measure()
    {
        var paragraphs = Enumerable.Range(0, FileBytes / (5 * Sentence.Length)).Select(i => $"{i}. {string.Concat(Enumerable.Repeat(Sentence, 5))}").ToList();
        var text = string.Join("\n\n", paragraphs);
        return
        [
            Of("plain text", "a.txt", Encoding.UTF8.GetBytes(text)),
            Of("HTML", "a.html", Encoding.UTF8.GetBytes($"<html><body><article>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>\n"))}</article></body></html>")),
            Of("NITF", "a.xml", Encoding.UTF8.GetBytes($"<nitf><body><body.content>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>\n"))}</body.content></body></nitf>")),
            Of("JSON Lines", "a.jsonl", Encoding.UTF8.GetBytes(string.Concat(paragraphs.Select((p, i) => $"{{\"id\":\"{i}\",\"text\":\"{p}\"}}\n")))),
            Of("one JSON line", "a.json", Encoding.UTF8.GetBytes($"{{\"id\":\"1\",\"text\":\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"}}")),
            Of("zip of text (unpacked size)", "a.zip", Zip(text), text.Length),
            Of("e-mail", "a.eml", Encoding.UTF8.GetBytes($"From: a@example.org\nTo: b@example.org\nSubject: Ships\nDate: Thu, 05 May 2016 04:11:45 +0000\n\n{text}")),
        ];
    }

    private static MemoryUse Of(string name, string file, byte[] content, long? size = null)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var done = new ManualResetEventSlim();
        var sampler = new Thread(() =>
        {
            while (!done.Wait(MillisecondsBetween)) peak = Math.Max(peak, Held());
        });
        sampler.Start();
        try
        {
            new ArticleParser(new ParsingOptions { MaxCompressionRatio = 10_000, MaxArticles = 100_000, MaxTime = TimeSpan.FromMinutes(5) }).Parse(new SourceFile("bench", file, content));
        }
        finally
        {
            done.Set();
            sampler.Join();
        }

        return new MemoryUse(name, size ?? content.Length, peak - before);
    }

    private static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static byte[] Zip(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry("a.txt").Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
