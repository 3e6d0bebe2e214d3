namespace NewsIngest.Parsing.Languages;

/// <summary>Language tags as metadata gives them, brought to ISO 639-1.</summary>
internal static class LanguageCode
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eng"] = "en",
        ["english"] = "en",
        ["ger"] = "de",
        ["deu"] = "de",
        ["fre"] = "fr",
        ["fra"] = "fr",
        ["spa"] = "es",
        ["ita"] = "it",
        ["por"] = "pt",
        ["dut"] = "nl",
        ["nld"] = "nl",
        ["swe"] = "sv",
        ["nor"] = "no",
        ["dan"] = "da",
        ["fin"] = "fi",
        ["rus"] = "ru",
        ["ukr"] = "uk",
        ["pol"] = "pl",
        ["cze"] = "cs",
        ["ces"] = "cs",
        ["hun"] = "hu",
        ["rum"] = "ro",
        ["ron"] = "ro",
        ["tur"] = "tr",
        ["ara"] = "ar",
        ["chi"] = "zh",
        ["zho"] = "zh",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["gre"] = "el",
        ["ell"] = "el",
        ["heb"] = "he",
        ["nb"] = "no",
        ["nn"] = "no",
        ["iw"] = "he",
        ["in"] = "id",
        ["deutsch"] = "de",
        ["français"] = "fr",
        ["español"] = "es",
    };

    /// <summary>"en-GB" → "en", "eng" → "en"; null when the value is no language tag.</summary>
    public static string? Normalize(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        var main = tag.Trim();
        var cut = main.AsSpan().IndexOfAny("-_,; ");
        if (cut > 0) main = main[..cut];
        if (Others.TryGetValue(main, out var code)) return code;
        return main.Length == 2 && char.IsAsciiLetter(main[0]) && char.IsAsciiLetter(main[1]) ? main.ToLowerInvariant() : null;
    }
}
