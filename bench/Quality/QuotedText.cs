using NewsIngest.Articles;

namespace NewsIngest.Bench.Quality;

/// <summary>Which letters of a text stand in double quotation marks, as the scores define it: a paragraph is a line and closes what it opened.</summary>
internal static class QuotedText
{
    private const double MostlyQuoted = 0.9;

    public static bool[] Find(string text)
    {
        var quoted = new bool[text.Length];
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && text[i] == text[i + 1] && text[i] is '`' or '\'' && i + 1 < text.Length && text[i + 1] == text[i];
            switch (text[i])
            {
                case '\n':
                    Close(i);
                    break;
                case '`' when pair:
                    if (open < 0) open = i;
                    i++;
                    break;
                case '\'' when pair:
                    if (open < 0) open = i;
                    else Close(i + 2);
                    i++;
                    break;
                case '“' or '‟' or '«':
                    if (open < 0) open = i;
                    break;
                case '”' or '»':
                    Close(i + 1);
                    break;
                case '"':
                    if (open < 0) open = i;
                    else Close(i + 1);
                    break;
            }
        }

        Close(text.Length);
        return quoted;

        void Close(int end)
        {
            if (open >= 0) quoted.AsSpan(open, end - open).Fill(true);
            open = -1;
        }
    }

    /// <summary>direct, mixed, indirect, or none when the content holds no letter.</summary>
    public static string Kind(string text, IReadOnlyList<TextSpan> content, bool[] quoted)
    {
        int all = 0, inside = 0;
        foreach (var span in content)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (!char.IsLetter(text[i]) && !char.IsNumber(text[i])) continue;
                all++;
                if (quoted[i]) inside++;
            }
        }

        if (all == 0) return "none";
        return inside >= MostlyQuoted * all ? "direct" : inside == 0 ? "indirect" : "mixed";
    }
}
