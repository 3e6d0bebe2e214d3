using System.Globalization;

namespace NewsIngest.Parsing.Languages;

/// <summary>Scripts in which (nearly) only one language is written, by their Unicode blocks.</summary>
internal static class Scripts
{
    /// <summary>Enough to tell a script by.</summary>
    private const int MostLetters = 3000;

    private static readonly (char First, char Last, string Language)[] Blocks =
    [
        ('\u0370', '\u03FF', "el"), ('\u1F00', '\u1FFF', "el"), ('\u0530', '\u058F', "hy"), ('\u10A0', '\u10FF', "ka"),
        ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B00', '\u0B7F', "or"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1000', '\u109F', "my"),
        ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7AF', "ko"),
        ('\u4E00', '\u9FFF', "zh"),
    ];

    /// <summary>The language whose script fills at least <paramref name="share"/> of the letters; null for scripts that many share.</summary>
    public static string? OnlyLanguageOf(ReadOnlySpan<char> text, double share)
    {
        Span<int> counts = stackalloc int[Blocks.Length];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (c < '\u0370' ? !char.IsLetter(c) : !IsLetter(c)) continue;
            if (++letters > MostLetters) break;
            if (c < '\u0370') continue;
            for (var i = 0; i < Blocks.Length; i++)
            {
                if (c >= Blocks[i].First && c <= Blocks[i].Last) counts[i]++;
            }
        }

        return Best(counts, letters, share);
    }

    /// <summary>Letters, and the marks that Indian, Thai and Arabic script write inside words.</summary>
    public static bool IsLetter(char c) => char.IsLetter(c)
        || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        || c is '\'';

    private static string? Best(Span<int> counts, int letters, double share)
    {
        int best = 0, kana = 0, han = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
            if (Blocks[i].Language == "ja") kana = counts[i];
            if (Blocks[i].Language == "zh") han = counts[i];
        }

        // Japanese is written in Chinese characters as well; Chinese never holds kana.
        if (kana > 0 && kana + han >= share * letters && kana >= 0.05 * han && Blocks[best].Language is "ja" or "zh") return "ja";
        return counts[best] > 0 && counts[best] >= share * letters ? Blocks[best].Language : null;
    }
}
