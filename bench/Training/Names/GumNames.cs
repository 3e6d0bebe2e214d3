using System.Text;
using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Bench.Training.Names;

/// <summary>Reads a GUM document (CoNLL-U with <c>Entity=</c>) as a text with names: the mentions whose head is a proper noun, cut down to the name.</summary>
internal static class GumNames
{
    private const WordClass TitleWords = WordClass.Honorific | WordClass.RoleHead | WordClass.RoleModifier;

    public static NameText Load(FileInfo file)
    {
        var text = new StringBuilder();
        var names = new List<(TextSpan, NameType)>();
        var rows = new List<GumToken>();
        var sentence = string.Empty;
        var paragraph = false;
        foreach (var line in File.ReadLines(file.FullName).Append(string.Empty))
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal)) paragraph = true;
            if (line.StartsWith("# text = ", StringComparison.Ordinal)) sentence = line["# text = ".Length..];
            if (line.Length > 0)
            {
                if (char.IsAsciiDigit(line[0]) && line.Split('\t') is var columns && columns[0].All(char.IsAsciiDigit)) rows.Add(new GumToken(columns));
                continue;
            }

            if (rows.Count == 0) continue;
            if (text.Length > 0) text.Append(paragraph ? '\n' : ' ');
            paragraph = false;
            Place(rows, sentence, text.Length);
            text.Append(sentence);
            names.AddRange(Names(rows));
            rows.Clear();
        }

        return new NameText(Path.GetFileNameWithoutExtension(file.Name), text.ToString(), [.. names.OrderBy(n => n.Item1.Start)]);
    }

    private static void Place(List<GumToken> rows, string sentence, int offset)
    {
        var at = 0;
        foreach (var row in rows)
        {
            var start = sentence.IndexOf(row.Form, at, StringComparison.Ordinal);
            if (start < 0) continue;
            at = start + row.Form.Length;
            (row.Start, row.End) = (offset + start, offset + at);
        }
    }

    private static IEnumerable<(TextSpan, NameType)> Names(List<GumToken> rows)
    {
        var taken = new bool[rows.Count];
        var mentions = GumMention.Read(rows);
        foreach (var mention in mentions.OrderByDescending(m => m.End - m.First))
        {
            if (Cut(rows, mention, mentions) is not var (first, end) || first >= end || taken.AsSpan(first, end - first).Contains(true)) continue;
            if (TypeOf(mention.Type) is not { } type) continue;
            // "Americans" is annotated as persons; by the convention of the other sets it is a group's name.
            if (end == first + 1 && IsGroup(rows[first].Form)) type = NameType.Other;
            taken.AsSpan(first, end - first).Fill(true);
            yield return (new TextSpan(rows[first].Start, rows[end - 1].End), type);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (taken[i] || !char.IsUpper(rows[i].Form[0]) || !IsGroup(rows[i].Form)) continue;
            yield return (new TextSpan(rows[i].Start, rows[i].End), NameType.Other);
        }
    }

    private static bool IsGroup(string form) => (EntityLexicon.Default.Words.Find(form) & (WordClass.Demonym | WordClass.Group)) != 0;

    private static NameType? TypeOf(string type) => type switch
    {
        "person" => NameType.Person,
        "organization" => NameType.Organization,
        "place" => NameType.Place,
        "event" or "object" or "abstract" => NameType.Other,
        _ => null,
    };

    /// <summary>The name inside a mention, or null when its head is no proper noun.</summary>
    private static (int First, int End)? Cut(List<GumToken> rows, GumMention mention, List<GumMention> all)
    {
        var head = mention.First;
        while (head < mention.End && rows[head].Head >= mention.First && rows[head].Head < mention.End) head++;
        if (head == mention.End || rows[head].Upos != "PROPN") return null;
        var first = head;
        while (first > mention.First && IsNameWord(rows[first - 1])) first--;
        var end = head + 1;
        while (end < mention.End)
        {
            if (rows[end].Upos == "PROPN" || (IsNameWord(rows[end]) && rows[end].Head >= first && rows[end].Head < end)) end++;
            else if (mention.Type != "person" && end + 1 < mention.End && rows[end].Form is "of" or "for" or "&" or "-" && rows[end + 1].Upos == "PROPN") end += 2;
            else break;
        }

        if (mention.Type == "person") first = AfterTitles(rows, first, head, all);
        while (first < end && rows[first].Form is "The" or "the") first++;
        return (first, end);
    }

    private static int AfterTitles(List<GumToken> rows, int first, int head, List<GumMention> all)
    {
        while (first < head)
        {
            var nested = all.Find(m => m.First == first && m.End <= head && m.Type is "place" or "organization");
            if (nested is not null) first = nested.End;
            else if ((EntityLexicon.Default.Words.Find(rows[first].Form) & (TitleWords | WordClass.Demonym)) != 0
                && (EntityLexicon.Default.Words.Find(rows[first].Form) & WordClass.Given) == 0) first++;
            else break;
        }

        // "Professor Dr. X": nothing but titles is no name.
        return first;
    }

    private static bool IsNameWord(GumToken row) =>
        row.Upos == "PROPN" || (row.Upos is not ("DET" or "ADP" or "PRON" or "CCONJ") && (char.IsUpper(row.Form[0]) || char.IsDigit(row.Form[0]))) || row.Form is "-";
}
