using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Wire;

/// <summary>Telex copy between ZCZC and NNNN. Lines before the story begin with a sign that says what they are: # keyword, : or ^ headline, others are for routing.</summary>
internal static partial class Telex
{
    public static void Read(string text, ArticleDraft draft, ArticleComposer composer)
    {
        if (Fields().IsMatch(text))
        {
            ReadFields(text, draft, composer);
            return;
        }

        var lines = text.Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Skip(1).TakeWhile(line => line.Trim() != "NNNN").Select(line => line.TrimEnd('!', '=', '<', ' ')).ToList();
        var notes = new List<string>();
        var at = 0;
        for (; at < lines.Count; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0) continue;
            if (line[0] is not ('#' or ':' or '^' or '%' or '$' or '*') && !line.StartsWith("YY ", StringComparison.Ordinal)) break;
            if (line[0] is ':' or '^' && draft.Title is null) draft.SetTitle(line[1..], "telex headline");
            else notes.Add(line.TrimStart('#', '%', '$', '*', ':'));
        }

        if (draft.Title is null && at < lines.Count) draft.SetTitle(lines[at++], "first line");
        composer.Title(draft.Title);
        foreach (var note in notes) composer.Boilerplate(note, "wire note");
        WireLines.Write(string.Join('\n', lines[at..]), composer);
    }

    /// <summary>A dialect names each field by two letters: TI# is the headline, BY# the byline, PD# the date; the text stands behind TX#.</summary>
    private static void ReadFields(string text, ArticleDraft draft, ArticleComposer composer)
    {
        var notes = new List<string>();
        string? byline = null;
        foreach (Match field in Fields().Matches(text))
        {
            var value = field.Groups["value"].Value.Trim();
            if (value.Length == 0 || value == "*") continue;
            switch (field.Groups["name"].Value)
            {
                case "TI":
                    draft.SetTitle(value, "telex TI");
                    break;
                case "BY":
                    byline = value;
                    break;
                case "PD":
                    draft.SetPublishedAt(value, "telex PD");
                    break;
                case "LA":
                    draft.SetLanguage(value, "telex LA");
                    break;
                default:
                    notes.Add(value);
                    break;
            }
        }

        composer.Title(draft.Title);
        composer.Byline(byline);
        draft.SetAuthors(Bylines.Names(byline ?? ""), "telex BY");
        foreach (var note in notes) composer.Boilerplate(note, "wire note");
        var story = text.IndexOf("\nTX#", StringComparison.Ordinal);
        if (story < 0) return;
        composer.PlainText(EndMark().Replace(text[(story + 4)..], ""));
    }

    [GeneratedRegex(@"^(?<name>[A-Z]{2})#(?<value>[^\n]*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"^\s*NNNN\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex EndMark();
}
