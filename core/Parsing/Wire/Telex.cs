using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Wire;

/// <summary>Telex copy between ZCZC and NNNN. Lines before the story begin with a sign that says what they are: ^ headline, : headline or topic, $ headline or routing, # keyword, others are for routing.</summary>
internal static partial class Telex
{
    private const int LongestHeadline = 250;

    private const string Signs = "#:^%$*@~&+";

    public static void Read(string text, ArticleDraft draft, ArticleComposer composer)
    {
        if (Fields().IsMatch(text))
        {
            ReadFields(text, draft, composer);
            return;
        }

        var lines = Start().Replace(text, "\n", 1).Split('\n').Skip(1).TakeWhile(line => line.Trim() != "NNNN").Select(line => line.TrimEnd('!', '=', '<', ' ')).ToList();
        var at = lines.FindIndex(line => line.Trim() is { Length: > 0 } head && !Signs.Contains(head[0]) && !head.StartsWith("YY ", StringComparison.Ordinal));
        if (at < 0) at = lines.Count;
        var signed = lines[..at].Select(line => line.Trim()).Where(line => line.Length > 1).ToList();
        var headline = Headline(signed);
        if (headline is not null) draft.SetTitle(headline[1..], "telex headline");
        else if (at < lines.Count) draft.SetTitle(lines[at++], "first line");
        composer.Title(draft.Title);
        foreach (var line in signed.Where(line => line != headline))
        {
            if (line is [':', '(', .., ')']) composer.Dateline(line[2..^1]);
            else composer.Boilerplate(line.TrimStart([.. Signs]), "wire note");
        }

        WireLines.Write(string.Join('\n', lines[at..]), composer);
    }

    /// <summary>The first line of words behind a sign for headlines; a place in brackets or a date is none.</summary>
    private static string? Headline(List<string> signed)
    {
        foreach (var sign in "^:$#")
        {
            if (signed.Find(line => line[0] == sign && line.Length <= LongestHeadline && Words().IsMatch(line[1..])) is { } line) return line;
        }

        return null;
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

    /// <summary>The line with the start mark; the first field may follow in it.</summary>
    [GeneratedRegex(@"\A\s*ZCZC(?:[^\n#:^$]*\n|[^\n#:^$]*(?=[#:^$]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?!\s*\().*\p{L}{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<name>[A-Z]{2})#(?<value>[^\n]*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"^\s*NNNN\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex EndMark();
}
