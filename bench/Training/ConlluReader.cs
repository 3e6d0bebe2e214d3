using System.Globalization;
using NewsIngest.Language;

namespace NewsIngest.Bench.Training;

/// <summary>Reads CoNLL-U (https://universaldependencies.org/format.html): word lines only, placed into the sentence's text.</summary>
internal static class ConlluReader
{
    private const int Form = 1;
    private const int LemmaColumn = 2;
    private const int UposColumn = 3;
    private const int XposColumn = 4;
    private const int HeadColumn = 6;
    private const int RelationColumn = 7;
    private const string TextLine = "# text = ";

    public static IEnumerable<GoldSentence> Read(FileInfo file)
    {
        var document = Path.GetFileNameWithoutExtension(file.Name);
        var text = string.Empty;
        var rows = new List<string[]>();
        foreach (var line in File.ReadLines(file.FullName).Append(string.Empty))
        {
            if (line.StartsWith(TextLine, StringComparison.Ordinal)) text = line[TextLine.Length..];
            if (line.Length > 0)
            {
                if (char.IsAsciiDigit(line[0]) && line.Split('\t') is var columns && columns[0].All(char.IsAsciiDigit)) rows.Add(columns);
                continue;
            }

            if (rows.Count > 0 && Sentence(document, text, rows) is { } sentence) yield return sentence;
            rows.Clear();
        }
    }

    private static GoldSentence? Sentence(string document, string text, List<string[]> rows)
    {
        var tokens = new Token[rows.Count];
        var at = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var start = text.IndexOf(rows[i][Form], at, StringComparison.Ordinal);
            if (start < 0) return null;
            at = start + rows[i][Form].Length;
            tokens[i] = new Token(start, at, UposOf(rows[i][UposColumn]), PennOf(rows[i][XposColumn]));
        }

        return new GoldSentence(
            document,
            text,
            tokens,
            [.. rows.Select(r => r[LemmaColumn])],
            [.. rows.Select(r => int.Parse(r[HeadColumn], CultureInfo.InvariantCulture) - 1)],
            [.. rows.Select(r => RelationOf(r[RelationColumn]))]);
    }

    private static Upos UposOf(string name) => Enum.Parse<Upos>(name, ignoreCase: true);

    private static PennTag PennOf(string name) => name switch
    {
        "PRP$" => PennTag.PrpPoss,
        "WP$" => PennTag.WpPoss,
        "$" => PennTag.Sym,
        "," or "." or ":" or "``" or "''" or "-LRB-" or "-RRB-" or "HYPH" => PennTag.Punct,
        _ => Enum.TryParse<PennTag>(name, ignoreCase: true, out var tag) ? tag : PennTag.Other,
    };

    private static Deprel RelationOf(string name) => name switch
    {
        "aux:pass" => Deprel.AuxPass,
        "nsubj:pass" => Deprel.NsubjPass,
        _ => Enum.TryParse<Deprel>(name.Replace(":", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var exact) ? exact
            : Enum.TryParse<Deprel>(name.Split(':')[0], ignoreCase: true, out var general) ? general
            : Deprel.Dep,
    };
}
