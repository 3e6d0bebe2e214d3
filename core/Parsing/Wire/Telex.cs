namespace NewsIngest.Parsing.Wire;

/// <summary>Telex copy between ZCZC and NNNN. Lines before the story begin with a sign that says what they are: # keyword, : or ^ headline, others are for routing.</summary>
internal static class Telex
{
    public static void Read(string text, ArticleDraft draft, ArticleComposer composer)
    {
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
}
