using System.Runtime.InteropServices;
using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>A person's name taken apart: folded words, generation suffix left out. "Ludwig van Beethoven Jr." → ludwig, van, beethoven.</summary>
internal sealed class PersonName
{
    private static readonly string[] Suffixes = ["jr", "sr", "ii", "iii", "iv"];
    private static readonly string[] Styles = ["sheikh", "sheik", "shaikh", "sheikha"];

    private readonly List<string> words = [];

    public PersonName(string name)
    {
        foreach (var range in name.AsSpan().Split(' '))
        {
            if (Fold.Text(WithoutArticle(name.AsSpan()[range])) is { Length: > 0 } word) words.Add(word);
        }

        if (words.Count > 1 && Suffixes.Contains(words[^1]))
        {
            Suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && Styles.Contains(words[0])) words.RemoveAt(0);
    }

    public IReadOnlyList<string> Words => words;

    private ReadOnlySpan<string> Spelt => CollectionsMarshal.AsSpan(words);

    /// <summary>"jr", "sr" or a number; null when there is none.</summary>
    public string? Suffix { get; }

    public string Given => Words.Count > 0 ? Words[0] : string.Empty;

    public string Last => Words.Count > 0 ? Words[^1] : string.Empty;

    public bool IsFull => Words.Count > 1;

    /// <summary>Whether these words end <paramref name="full"/>: "van Beethoven" in "Ludwig van Beethoven".</summary>
    public bool EndsIn(PersonName full) =>
        Words.Count < full.Words.Count && full.Spelt.EndsWith(Spelt);

    public bool Begins(PersonName full) => Words.Count < full.Words.Count && full.Spelt.StartsWith(Spelt);

    /// <summary>Whether these two words are <paramref name="other"/>'s in the other order: family name first, or last.</summary>
    public bool IsSwapped(PersonName other) => Words.Count == 2 && other.Words.Count == 2 && Words[0] == other.Words[1] && Words[1] == other.Words[0];

    public bool ContradictsSuffix(PersonName other) => Suffix is not null && other.Suffix is not null && Suffix != other.Suffix;

    /// <summary>"al-Roth", "Al-Roth" and "Roth" are one surname.</summary>
    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> word) =>
        word.Length > 4 && word[2] is '-' or '‑' && (word.StartsWith("al", StringComparison.OrdinalIgnoreCase) || word.StartsWith("el", StringComparison.OrdinalIgnoreCase)) ? word[3..] : word;
}
