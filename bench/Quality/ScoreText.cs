using System.Text;
using NewsIngest.Articles;

namespace NewsIngest.Bench.Quality;

/// <summary>How the scores cut a text into words, trim spans and compare names: the definitions behind the published figures.</summary>
internal static class ScoreText
{
    private const string TrimCharacters = " \t\r\n\"“”‘’'`«».,;:!?-–—()[]…";

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "prime", "minister", "secretary", "senator", "governor", "the", "a", "an", "gen", "col", "sir", "lord",
        "lady", "prof", "professor", "former", "us", "u.s",
    };

    public static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "who", "his", "their", "himself", "herself",
    };

    public static bool IsWord(char c) => char.IsLetter(c) || char.IsNumber(c) || c == '_';

    /// <summary>Words, with inner apostrophes, full stops and hyphens.</summary>
    public static List<TextSpan> Words(string text)
    {
        var words = new List<TextSpan>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWord(text[i]) || (text[i] is '’' or '\'' or '.' or '-' && i + 1 < text.Length && IsWord(text[i + 1])))) i++;
            words.Add(new TextSpan(start, i));
        }

        return words;
    }

    /// <summary>Indexes of the words that any of the spans touches.</summary>
    public static HashSet<int> Touched(IReadOnlyList<TextSpan> spans, List<TextSpan> words)
    {
        var touched = new HashSet<int>();
        foreach (var span in spans)
        {
            int low = 0, high = words.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (words[middle].End <= span.Start) low = middle + 1;
                else high = middle;
            }

            for (var i = low; i < words.Count && words[i].Start < span.End; i++) touched.Add(i);
        }

        return touched;
    }

    /// <summary>Spans without quote marks, punctuation and a leading "that"; pieces that only such characters part are joined.</summary>
    public static string Trimmed(string text, IReadOnlyList<TextSpan> spans)
    {
        var pieces = new List<TextSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            var (start, end) = (SkipTrim(text, span.Start, span.End), span.End);
            while (end > start && TrimCharacters.Contains(text[end - 1], StringComparison.Ordinal)) end--;
            start = SkipTrim(text, SkipThat(text, start, end), end);
            if (start >= end) continue;
            if (pieces.Count > 0 && OnlyTrim(text, pieces[^1].End, start)) pieces[^1] = pieces[^1] with { End = end };
            else pieces.Add(new TextSpan(start, end));
        }

        return Key(pieces);
    }

    public static string Key(IEnumerable<TextSpan> spans) => string.Join(';', spans.Select(s => $"{s.Start}-{s.End}"));

    /// <summary>Lower-case words of a name, without a possessive ’s.</summary>
    public static List<string> Normalize(string? name)
    {
        var text = (name ?? "").Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || char.IsNumber(text[i])))
            {
                word.Append(text[i]);
                continue;
            }

            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
            var possessive = i + 1 < text.Length && text[i] is '’' or '\'' && i + 1 < text.Length && text[i + 1] == 's' && (i + 2 >= text.Length || !IsWord(text[i + 2]));
            if (possessive) i++;
        }

        return words;
    }

    /// <summary>Whether two names share all words of one, or the last word of both; titles do not count.</summary>
    public static bool SameName(string? predicted, IEnumerable<string> candidates)
    {
        var p = Normalize(predicted).FindAll(w => !Titles.Contains(w));
        if (p.Count == 0) return false;
        foreach (var candidate in candidates)
        {
            var g = Normalize(candidate).FindAll(w => !Titles.Contains(w));
            if (g.Count == 0) continue;
            if (p[^1] == g[^1] || p.TrueForAll(g.Contains) || g.TrueForAll(p.Contains)) return true;
        }

        return false;
    }

    public static bool IsPronoun(string? name) => Normalize(name) is [var only] && Pronouns.Contains(only);

    private static int SkipTrim(string text, int start, int end)
    {
        while (start < end && TrimCharacters.Contains(text[start], StringComparison.Ordinal)) start++;
        return start;
    }

    private static int SkipThat(string text, int start, int end)
    {
        const string that = "that";
        if (end - start <= that.Length || !text.AsSpan(start, that.Length).Equals(that, StringComparison.OrdinalIgnoreCase) || !char.IsWhiteSpace(text[start + that.Length])) return start;
        start += that.Length;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    private static bool OnlyTrim(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!TrimCharacters.Contains(text[i], StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
