using System.Text.RegularExpressions;
using NewsIngest.Articles;

namespace NewsIngest.Bench.Quality.Gold;

/// <summary>How names, spans and words of a reading are compared.</summary>
internal static partial class GoldWords
{
    /// <summary>A name without case, article, honorific, possessive and stops; null stays null.</summary>
    public static string? Name(string? name)
    {
        if (name is null) return null;
        var text = Blanks().Replace(name.Replace('’', '\'').Replace('‘', '\'').ToLowerInvariant(), " ").Trim(" .,;:\"“”".ToCharArray());
        text = Possessive().Replace(text, "");
        text = Honorific().Replace(Article().Replace(text, ""), "");
        return text.Replace(".", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>Starts of the words in the spans.</summary>
    public static HashSet<int> Words(string text, IEnumerable<TextSpan> spans)
    {
        var words = new HashSet<int>();
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (!ScoreText.IsWord(text[i]) || (i > span.Start && ScoreText.IsWord(text[i - 1]))) continue;
                var end = i;
                while (end < span.End && ScoreText.IsWord(text[end])) end++;
                words.Add((i << 8) | Math.Min(255, end - i));
            }
        }

        return words;
    }

    public static double Overlap(HashSet<int> a, HashSet<int> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    /// <summary>A span without article, possessive and marks at its edges.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (true)
        {
            var inner = text[start..end];
            if (Leading().Match(inner) is { Success: true } lead && lead.Length < inner.Length) start += lead.Length;
            else if (Trailing().Match(inner) is { Success: true, Index: > 0 } trail && !Abbreviation().IsMatch(inner)) end = start + trail.Index;
            else return new TextSpan(start, end);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"'s?\z")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\A(?:the|a|an|some) ")]
    private static partial Regex Article();

    [GeneratedRegex(@"\A(?:mr|mrs|ms|miss|dr|sir|president|senator|sen|rep)\.? ")]
    private static partial Regex Honorific();

    [GeneratedRegex(@"\A(?:\W+|(?:[Tt]he|[Aa]n?)\s+)")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:[’']s|\W+)\z")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\w\.\w\.\z")]
    private static partial Regex Abbreviation();
}
