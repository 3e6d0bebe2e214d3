using System.Globalization;
using NewsIngest.Articles;
using NewsIngest.Lookup;

namespace NewsIngest.Parsing.Blocks;

/// <summary>Knows the lines around a story ("Read more: …", "Sign up to …", "FILE PHOTO: …") by the phrases of Data/phrases.txt.</summary>
internal static class PhraseLines
{
    private const int LongestLine = 700;

    private const string Bullets = " \t\u00A0*•·▪►▶→»>-–—|#[(_";

    private static readonly List<Phrase> Phrases = Load();

    private static readonly WordTable<List<Phrase>> ByFirstWord = IndexBeginnings();

    private static readonly Phrase[] Elsewhere = [.. Phrases.Where(p => p.How is Match.Ends or Match.Holds)];

    private enum Match
    {
        Starts,
        Whole,
        Ends,
        Holds,
    }

    /// <summary>The role and reason of a paragraph that begins with, ends with or is one of the phrases; null for all others.</summary>
    public static (BlockRole Role, string Reason)? Find(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestLine) return null;
        Span<char> buffer = stackalloc char[paragraph.Length];
        var line = Normalize(paragraph, buffer);
        if (line.Length == 0) return null;
        if (ByFirstWord.TryGetValue(FirstWord(line), out var candidates))
        {
            foreach (var phrase in candidates)
            {
                if (paragraph.Length <= phrase.Longest && phrase.Matches(line)) return (phrase.Role, phrase.Reason);
            }
        }

        foreach (var phrase in Elsewhere)
        {
            if (paragraph.Length <= phrase.Longest && phrase.Matches(line)) return (phrase.Role, phrase.Reason);
        }

        return null;
    }

    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> paragraph, Span<char> buffer)
    {
        paragraph = paragraph.TrimStart(Bullets).TrimEnd(" \t\u00A0.!»>→►▶|…])_*:");
        for (var i = 0; i < paragraph.Length; i++)
        {
            buffer[i] = paragraph[i] switch
            {
                '\u2019' or '\u2018' => '\'',
                '\u00A0' => ' ',
                var c => char.ToLowerInvariant(c),
            };
        }

        return buffer[..paragraph.Length];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '\'' or '.')) end++;
        return line[..Math.Max(end, 1)];
    }

    private static WordTable<List<Phrase>> IndexBeginnings()
    {
        var index = new WordTable<List<Phrase>>(ignoresCase: false);
        foreach (var phrase in Phrases)
        {
            if (phrase.How is not (Match.Starts or Match.Whole)) continue;
            var word = FirstWord(phrase.Parts[0]).ToString();
            if (!index.TryGetValue(word, out var list)) index[word] = list = [];
            list.Add(phrase);
        }

        return index;
    }

    private static List<Phrase> Load()
    {
        var phrases = new List<Phrase>();
        string[] section = [];
        foreach (var line in ParsingData.Lines("phrases.txt"))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']').Split('|', StringSplitOptions.TrimEntries);
                continue;
            }

            phrases.Add(new Phrase(
                Enum.Parse<BlockRole>(section[0], ignoreCase: true),
                section[1],
                Enum.Parse<Match>(section[2], ignoreCase: true),
                int.Parse(section[3], CultureInfo.InvariantCulture),
                line.Replace('’', '\'').TrimStart(Bullets.ToCharArray()).Split(" … ")));
        }

        return phrases;
    }

    private sealed record Phrase(BlockRole Role, string Reason, Match How, int Longest, string[] Parts)
    {
        public bool Matches(ReadOnlySpan<char> line)
        {
            switch (How)
            {
                case Match.Whole:
                    return line.SequenceEqual(Parts[0].AsSpan().TrimEnd(".!:"));
                case Match.Ends:
                    return line.EndsWith(Parts[0], StringComparison.Ordinal) && IsEdge(line, line.Length - Parts[0].Length - 1);
                default:
                    return InOrder(line);
            }
        }

        private bool InOrder(ReadOnlySpan<char> line)
        {
            var from = 0;
            for (var i = 0; i < Parts.Length; i++)
            {
                var at = i == 0 && How == Match.Starts
                    ? (line.StartsWith(Parts[0], StringComparison.Ordinal) ? 0 : -1)
                    : line[from..].IndexOf(Parts[i], StringComparison.Ordinal);
                if (at < 0 || !IsEdge(line, from + at - 1) || !IsEdge(line, from + at + Parts[i].Length, Parts[i])) return false;
                from += at + Parts[i].Length;
            }

            return true;
        }

        private static bool IsEdge(ReadOnlySpan<char> line, int at) => at < 0 || at >= line.Length || !char.IsLetterOrDigit(line[at]);

        private static bool IsEdge(ReadOnlySpan<char> line, int at, string part) => !char.IsLetterOrDigit(part[^1]) || IsEdge(line, at);
    }
}
