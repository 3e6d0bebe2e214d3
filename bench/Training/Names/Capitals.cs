namespace NewsIngest.Bench.Training.Names;

/// <summary>Adds copies of some lines in capitals and in headline style, so that the tagger learns that headlines hold names too.</summary>
internal static class Capitals
{
    /// <summary>Stands in the id of a copy.</summary>
    public const char CopyMark = '~';

    private const int Every = 14;
    private const int ShortestLine = 20;
    private const int LongestLine = 160;
    private const int ShortestWord = 4;

    public static IEnumerable<NameText> Add(IEnumerable<NameText> texts)
    {
        var number = 0;
        foreach (var text in texts)
        {
            yield return text;
            for (var start = 0; start < text.Text.Length;)
            {
                var end = text.Text.IndexOf('\n', start);
                if (end < 0) end = text.Text.Length;
                if (end - start is > ShortestLine and < LongestLine && number++ % Every is var turn and < 2)
                {
                    var line = text.Text[start..end];
                    var changed = turn == 0 ? line.ToUpperInvariant() : Headline(line);
                    var names = text.Names.Where(n => n.Span.Start >= start && n.Span.End <= end)
                        .Select(n => (new Articles.TextSpan(n.Span.Start - start, n.Span.End - start), n.Type)).ToList();
                    if (changed.Length == line.Length) yield return new NameText($"{text.Id}{CopyMark}{start}", changed, names);
                }

                start = end + 1;
            }
        }
    }

    private static string Headline(string line) =>
        string.Join(' ', line.Split(' ').Select(w => w.Length >= ShortestWord ? char.ToUpperInvariant(w[0]) + w[1..] : w));
}
