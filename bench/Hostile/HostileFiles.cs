using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>All files made to harm: each must become articles or a refusal that names file and reason, within the limits.</summary>
internal static class HostileFiles
{
    /// <summary>How long the texts of one thing over and over are.</summary>
    private const int ShapeLength = 100_000;

    private const int Megabyte = 1_000_000;

    /// <summary>Made one after the other: together they would not fit into the memory that each may take.</summary>
    /// <param name="seedFolder">Samples of every format, which are broken.</param>
    /// <param name="seed">Decides where they are broken.</param>
    public static IEnumerable<HostileFile> All(string seedFolder, int seed) =>
        BrokenSeeds.Of(seedFolder, seed)
            .Concat(HostileMarkup.All())
            .Concat(HostileArchives.All())
            .Concat(HostileDocuments.All())
            .Concat(Texts())
            .Concat(Encodings())
            .Concat(TextShape.All.Select(shape => new HostileFile($"text of {shape.Name}", "shape.txt", shape.Of(ShapeLength))));

    private static IEnumerable<HostileFile> Texts()
    {
        const string story = "Rents rise\n\nRents rose by 4 percent in May, the statistics office said on Monday.\n\n";
        yield return new HostileFile("1 MB without a space", "long.txt", story + new string('a', Megabyte));
        foreach (var mark in "\"'“”‘’«»„‚‹›`´″「」")
        {
            yield return new HostileFile($"100,000 of {mark}", "marks.txt", story + new string(mark, 100_000));
            yield return new HostileFile($"100,000 of {mark} with words", "marks.txt", story + new StringBuilder().Insert(0, $"{mark}It rains, ", 100_000 / 5));
        }

        foreach (var (name, character) in new[] { ("right-to-left overrides", "\u202E"), ("zero-width joiners", "\u200D"), ("zero-width spaces", "\u200B"), ("byte order marks", "\uFEFF"), ("NULs", "\0"), ("isolates", "\u2067\u2069"), ("variation selectors", "\uFE0F"), ("line separators", "\u2028"), ("paragraph separators", "\u2029"), ("form feeds", "\f"), ("tags", "\U000E0041"), ("noncharacters", "\uFFFE\uFFFF"), ("ligatures", "ﷺ"), ("combining marks", "\u0489") })
        {
            yield return new HostileFile($"100,000 {name}", "marks.txt", story + new StringBuilder().Insert(0, character, 100_000 / character.Length));
            yield return new HostileFile($"words with {name}", "marks.txt", story.Replace(" ", character + " ", StringComparison.Ordinal) + $"“It{character} rains{character},”{character} Ada{character} Roth{character} said{character}.\n");
        }
    }

    private static IEnumerable<HostileFile> Encodings()
    {
        const string text = "Rents rise\n\n“Rents rose,” the statistics office said on Monday.\n";
        yield return new HostileFile("lone surrogates in UTF-16", "a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text), 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC]);
        yield return new HostileFile("odd length in UTF-16", "a.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text), 0x00]);
        yield return new HostileFile("out of bounds in UTF-32", "a.txt", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(text), 0xFF, 0xFF, 0xFF, 0xFF]);
        yield return new HostileFile("surrogates in UTF-8", "a.txt", [.. Encoding.UTF8.GetBytes(text), 0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF]);
        yield return new HostileFile("overlong UTF-8", "a.txt", [.. Encoding.UTF8.GetBytes(text), 0xC0, 0xAF, 0xE0, 0x80, 0xAF, 0xF8, 0x88, 0x80, 0x80, 0x80]);
        yield return new HostileFile("cut off UTF-8", "a.txt", [.. Encoding.UTF8.GetBytes(text), 0xF0, 0x9F, 0x98]);
        yield return new HostileFile("all bytes", "a.txt", [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)]);
        yield return new HostileFile("all zero", "a.txt", new byte[Megabyte]);
        yield return new HostileFile("byte order mark alone", "a.txt", [0xEF, 0xBB, 0xBF]);
        yield return new HostileFile("byte order marks of all kinds", "a.txt", [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xFE, 0xFF, 0, 0, 0xFE, 0xFF]);
        yield return new HostileFile("nothing", "a.txt", Array.Empty<byte>());
        yield return new HostileFile("larger than allowed", "a.txt", new string('a', 11 * Megabyte));
        foreach (var name in (string[])["a.html", "a.xml", "a.json", "a.pdf", "a.docx", "a.eml", "a.md", "a.gz", "a.zip", "a.iptc", "a", "../../a.txt", "a\u202Etxt.exe", new string('n', 2000)])
        {
            yield return new HostileFile("another kind than its name", name, text);
            yield return new HostileFile("noise", name, Noise(5000));
        }
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
