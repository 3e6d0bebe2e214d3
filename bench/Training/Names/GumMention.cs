namespace NewsIngest.Bench.Training.Names;

/// <summary>An entity mention of a GUM sentence: word indexes, end exclusive, and type ("person").</summary>
internal sealed record GumMention(int First, int End, string Type)
{
    /// <summary>Reads the brackets of one sentence: "(12-person-…" opens, "12)" closes, "(12-person-…)" does both.</summary>
    public static List<GumMention> Read(IReadOnlyList<GumToken> rows)
    {
        var mentions = new List<GumMention>();
        var open = new List<(string Id, string Type, int First)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var brackets = rows[i].Entity;
            for (var at = 0; at < brackets.Length;)
            {
                var opens = brackets[at] == '(';
                if (opens) at++;
                var end = brackets.AsSpan(at).IndexOfAny('(', ')');
                end = end < 0 ? brackets.Length : at + end;
                var fields = brackets[at..end].Split('-');
                var closes = end < brackets.Length && brackets[end] == ')';
                if (opens && fields.Length > 1) open.Add((fields[0], fields[1], i));
                if (closes && open.FindLastIndex(o => o.Id == fields[0]) is var index and >= 0)
                {
                    mentions.Add(new GumMention(open[index].First, i + 1, open[index].Type));
                    open.RemoveAt(index);
                }

                at = closes ? end + 1 : end;
            }
        }

        return mentions;
    }
}
