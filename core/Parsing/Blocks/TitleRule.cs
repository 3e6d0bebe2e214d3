using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Blocks;

/// <summary>Decides whether the first paragraph of a plain text is its headline.</summary>
internal static partial class TitleRule
{
    private const int LongestTitle = 200;

    private const int LongestClosedTitle = 130;

    private const int LongestKicker = 40;

    private const double TitleCaseShare = 0.6;

    /// <summary>Whether the paragraph repeats a title that is already known.</summary>
    public static bool IsSame(ReadOnlySpan<char> paragraph, ReadOnlySpan<char> title)
    {
        var a = Words(paragraph);
        var b = Words(title);
        while (a.MoveNext())
        {
            if (!b.MoveNext() || !a.Current.Equals(b.Current, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return !b.MoveNext();
    }

    /// <summary>Whether the first paragraph reads like a headline: one short line that is no sentence of the story.</summary>
    public static bool ReadsLikeOne(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestTitle || !char.IsLetterOrDigit(paragraph.TrimStart("\"“‘'«([#* ¿¡")[0..1][0])) return false;
        if (SentenceBreak().IsMatch(paragraph)) return false;
        var last = paragraph.TrimEnd("\"”’'»)]");
        if (last.IsEmpty || last[^1] is not ('.' or ',' or ';')) return true;
        return last[^1] == '.' && paragraph.Length <= LongestClosedTitle && IsTitleCase(paragraph);
    }

    /// <summary>Length of the name of a field before a headline ("Subject: "); 0 when there is none.</summary>
    public static int LabelLength(ReadOnlySpan<char> title)
    {
        foreach (var match in Label().EnumerateMatches(title)) return match.Index == 0 && match.Length < title.Length ? match.Length : 0;
        return 0;
    }

    /// <summary>Whether the line only says what kind of text follows ("Analysis", "From the archive").</summary>
    public static bool IsKicker(ReadOnlySpan<char> line) => line.Length <= LongestKicker && Kicker().IsMatch(line);

    private static bool IsTitleCase(ReadOnlySpan<char> paragraph)
    {
        int upper = 0, words = 0;
        foreach (var range in paragraph.Split(' '))
        {
            var word = paragraph[range].TrimStart("\"“‘'(");
            if (word.Length < 4 || !char.IsLetter(word[0])) continue;
            words++;
            if (char.IsUpper(word[0])) upper++;
        }

        return words > 0 && upper >= TitleCaseShare * words;
    }

    private static WordEnumerator Words(ReadOnlySpan<char> text) => new(text);

    [GeneratedRegex(@"\p{Ll}{3,}[.!]['’”""]? +[“""‘']?\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceBreak();

    [GeneratedRegex(@"^(?:Subject|Headline|Title|Heading|Betreff|Objet|Asunto|Oggetto)\s?: *", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:(?:from|in) (?:the|our) archives?|(?:news )?analysis|opinion|comment(?:ary)?|editorial|exclusive|breaking(?: news)?|explainer|feature|interview|in (?:brief|depth|focus)|long read|(?:first )?person|reportage|profile|background|backgrounder|update|fact ?check|factbox|obituary|review)\s*[:.!-]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Kicker();

    private ref struct WordEnumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public bool MoveNext()
        {
            var start = 0;
            while (start < rest.Length && !char.IsLetterOrDigit(rest[start])) start++;
            if (start == rest.Length) return false;
            var end = start;
            while (end < rest.Length && char.IsLetterOrDigit(rest[end])) end++;
            Current = rest[start..end];
            rest = rest[end..];
            return true;
        }
    }
}
