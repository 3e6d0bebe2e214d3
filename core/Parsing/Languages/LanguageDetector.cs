using NewsIngest.Lookup;

namespace NewsIngest.Parsing.Languages;

/// <summary>
/// Tells the language of a text: by its script where a script belongs to one language, else by its commonest small words
/// (Data/languages.txt), each weighted by how few languages share it. Counts words, so it is sure from a sentence or two on.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>ISO 639 code for a text whose language cannot be told.</summary>
    public const string Undetermined = "und";

    /// <summary>A text this long is told well; more is not read.</summary>
    private const int MostWords = 1500;

    /// <summary>Below this many hits the small words prove nothing.</summary>
    private const int FewestHits = 2;

    /// <summary>In so short a text one small word more or less proves nothing.</summary>
    private const int FewWords = 10;

    private const double LeastHitShare = 0.04;

    private const double ScriptShare = 0.3;

    /// <summary>Share of small words, and lead over the next language, that make the answer sure.</summary>
    private const double SureHitShare = 0.15;

    private const double SureLead = 1.3;

    private static readonly string[] Codes = [.. ParsingData.Lines("languages.txt").Select(line => line[..2])];

    /// <summary>In doubt a text is in the language that is extracted: a wrong one would lose its claims.</summary>
    private static readonly int English = Array.IndexOf(Codes, "en");

    private static readonly WordTable<byte[]> Words = Load();

    /// <summary>ISO 639-1 code of the language, or <see cref="Undetermined"/>.</summary>
    public static string Detect(ReadOnlySpan<char> text) => Detect(text, out _);

    /// <summary>The same, and whether the answer can outweigh what metadata says.</summary>
    public static string Detect(ReadOnlySpan<char> text, out bool sure)
    {
        sure = true;
        if (Scripts.OnlyLanguageOf(text, ScriptShare) is { } byScript) return byScript;
        Span<double> scores = stackalloc double[Codes.Length];
        Span<int> hits = stackalloc int[Codes.Length];
        scores.Clear();
        hits.Clear();
        var words = Count(text, scores, hits);
        int best = 0, next = 1;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) (best, next) = (i, best);
            else if (scores[i] > scores[next]) next = i;
        }

        sure = hits[best] >= SureHitShare * words && scores[best] >= SureLead * scores[next] && words > 30;
        if (!sure && hits[English] >= hits[best] - (words <= FewWords ? 1 : 0) && hits[English] > 0) best = English;
        return hits[best] >= (best == English && words <= FewWords ? 1 : FewestHits) && hits[best] >= LeastHitShare * words ? Codes[best] : Undetermined;
    }

    /// <summary>The letters of "U.S.", "W;L" and "it's" are no words, though some language has each as one.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, int letter) =>
        (letter == 0 || char.IsWhiteSpace(text[letter - 1])) && (letter + 1 == text.Length || char.IsWhiteSpace(text[letter + 1]) || text[letter + 1] is ',' or '’' or '\'');

    private static int Count(ReadOnlySpan<char> text, Span<double> scores, Span<int> hits)
    {
        Span<char> lower = stackalloc char[24];
        var words = 0;
        for (var i = 0; i < text.Length && words < MostWords;)
        {
            if (!Scripts.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && Scripts.IsLetter(text[i])) i++;
            words++;
            if (i - start > lower.Length || (i - start == 1 && !StandsAlone(text, start))) continue;
            var length = text[start..i].ToLowerInvariant(lower);
            if (!Words.TryGetValue(lower[..length], out var languages)) continue;
            foreach (var language in languages)
            {
                scores[language] += 1.0 / languages.Length;
                hits[language]++;
            }
        }

        return words;
    }

    private static WordTable<byte[]> Load()
    {
        var words = new WordTable<byte[]>(ignoresCase: false);
        byte language = 0;
        foreach (var line in ParsingData.Lines("languages.txt"))
        {
            foreach (var word in line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
                words[word] = words.TryGetValue(word, out var others) ? [.. others, language] : [language];
            language++;
        }

        return words;
    }
}
