using System.Text;
using CsCheck;

namespace NewsIngest.Bench.Hostile;

/// <summary>Generators of inputs for the parsers and for the extraction; what fails is shrunk by CsCheck.</summary>
internal static class FuzzInputs
{
    private const int Kinds = 6;
    private const int MostChanges = 24;
    private const int MostWords = 300;

    /// <summary>What the formats give a meaning to; put into files of any of them.</summary>
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "&#0;", "&#xD800;", "&amp;", "&lt;", "<p>", "</p>", "<div>", "<table>", "<script>", "<body>", "<item>", "xmlns:a=\"b\"",
            "{", "}", "[", "]", "\"", "\\u0000", "\\uD800", ":", ",", "null", "1e999", "-0", "endobj", "endstream", "stream\n", "1 0 R", "obj", "/Length 99999", "/Kids [1 0 R]", "/Type /Page", "BT", "(", ")", "%%EOF",
            "--", "\r\n\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "--b\r\n", "=?utf-8?q?=FF?=", "Date: x\r\n", "\0", "\u0001", "\u0002", "\u0003", "PK\u0003\u0004", "PK\u0005\u0006", "#", "**", "](", "---\n", "|", "> ",
            "“", "”", "‘", "’", "«", "»", "\u202E", "\u200D", "\uFEFF", "😀", "e\u0301", "he said", "Mr ", "\n", "\n\n", "\t", " ", "\uFFFF", "99999999999999999999",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x1F, 0x8B], [0, 0, 0, 0],
    ];

    /// <summary>What the extraction gives a meaning to.</summary>
    private static readonly string[] Words =
    [
        "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "‹", "(", ")", "[", "]", ",", ".", ";", ":", "?", "!", "…", "–", "-", "--", "\n", "\n\n", "\r\n", "\t", " ", "  ", "\u00A0", "\u2028",
        " said ", " told ", " denied ", " warned that ", " according to ", " asked whether ", " claims ", " promised to ", " who ", " that ", " whether ", " not ", " he ", " she ", " they ", " it ", " his ", " the ", " a ", " of ", " and ", " to ", " in ", " as ", " by ", " for ",
        "Ada Roth", "Roth", "Mr Roth", "Dr. Ina Moss", "the Norland minister", "Norland", "the minister", "NATO", "U.S.", "the Harbour Company", "Friday", "May 1, 2024", "3 million", "$4.5bn", "40%", "It rains", "rain", "rents rose", "a spokeswoman", "sources",
        "😀", "👩‍👩‍👧", "e\u0301", "\u200D", "\u202E", "\uFFFD", "ß", "дом", "家", "http://a.example/x?y", "a@b.example", "#tag", "@name", "1,000.00", "'s", "n't", "ROTH:", "Q: ", "A: ", "By Ada Roth", "LONDON, May 1 –", "Photograph: Moss", "Read more", "*", "_", "\\", "/", "&", "<p>",
    ];

    /// <summary>A sample with bytes changed, taken out, doubled, or replaced by what the formats give a meaning to.</summary>
    public static Gen<HostileFile> Changed(IReadOnlyList<HostileFile> samples)
    {
        var change = Gen.Select(Gen.Int[0, Kinds - 1], Gen.Int[0, int.MaxValue - 1], Gen.Int[0, int.MaxValue - 1]);
        return Gen.Select(Gen.Int[0, samples.Count - 1], change.Array[1, MostChanges], (sample, changes) => Changed(samples[sample], changes));
    }

    /// <summary>The same from a generator of numbers that can be replayed.</summary>
    public static HostileFile Changed(IReadOnlyList<HostileFile> samples, Random random) => Changed(
        samples[random.Next(samples.Count)],
        Enumerable.Range(0, random.Next(1, MostChanges)).Select(_ => (random.Next(Kinds), random.Next(), random.Next())));

    /// <summary>Words, marks and names in any order.</summary>
    public static Gen<string> Texts() => Gen.Int[0, Words.Length - 1].Array[1, MostWords].Select(words => string.Concat(words.Select(word => Words[word])));

    /// <summary>The same from a generator of numbers that can be replayed.</summary>
    public static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, MostWords)).Select(_ => Words[random.Next(Words.Length)]));

    private static HostileFile Changed(HostileFile sample, IEnumerable<(int Kind, int At, int Value)> changes)
    {
        var bytes = sample.Content.ToList();
        foreach (var (kind, at, value) in changes) Change(bytes, kind, at, value);
        return sample with { Kind = "fuzzed", Content = [.. bytes] };
    }

    private static void Change(List<byte> bytes, int kind, int at, int value)
    {
        if (bytes.Count == 0) return;
        at %= bytes.Count;
        switch (kind)
        {
            case 0:
                bytes[at] ^= (byte)(1 << (value & 7));
                break;
            case 1:
                bytes[at] = (byte)value;
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(value % 64, bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(value % 512, bytes.Count - at)));
                break;
            case 4:
                bytes.InsertRange(at, Tokens[value % Tokens.Length]);
                break;
            default:
                var token = Tokens[value % Tokens.Length];
                for (var i = 0; i < token.Length && at + i < bytes.Count; i++) bytes[at + i] = token[i];
                break;
        }
    }
}
