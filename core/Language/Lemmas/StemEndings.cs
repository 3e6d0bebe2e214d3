using NewsIngest.Lookup;

namespace NewsIngest.Language.Lemmas;

/// <summary>What to do with a verb stem from which -ing or -ed was taken.</summary>
internal enum StemRepair
{
    Keep,
    AddE,
    DropDoubled,
}

/// <summary>The longest-ending-wins table of Data/verb-stem-endings.txt.</summary>
internal static class StemEndings
{
    private const int Longest = 14;

    private static readonly WordTable<Entry> Endings = Load();

    public static StemRepair RepairOf(ReadOnlySpan<char> stem)
    {
        Span<char> anchored = stackalloc char[Longest + 1];
        if (stem.Length <= Longest)
        {
            anchored[0] = '^';
            stem.CopyTo(anchored[1..]);
            if (Endings.TryGetValue(anchored[..(stem.Length + 1)], out var whole) && whole.Plain is { } repair) return repair;
        }

        var severalSyllables = Syllables(stem) > 1;
        var doubled = stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem[^1]);
        var shortest = doubled ? 2 : 1;
        for (var length = Math.Min(stem.Length, Longest); length >= shortest; length--)
        {
            if (!Endings.TryGetValue(stem[^length..], out var entry)) continue;
            if ((severalSyllables ? entry.Many : entry.One) is { } repair) return repair;
        }

        return doubled ? StemRepair.DropDoubled : StemRepair.Keep;
    }

    private static int Syllables(ReadOnlySpan<char> stem)
    {
        var count = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            if (IsVowel(stem[i]) && (i == 0 || !IsVowel(stem[i - 1]))) count++;
        }

        return count;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static WordTable<Entry> Load()
    {
        var entries = new WordTable<Entry>(ignoresCase: false);
        foreach (var fields in LanguageData.Lines("verb-stem-endings.txt"))
        {
            var repair = fields[1] switch
            {
                "e" => StemRepair.AddE,
                "1" => StemRepair.DropDoubled,
                "=" => StemRepair.Keep,
                _ => throw new FormatException($"verb-stem-endings.txt: unknown action {fields[1]}"),
            };
            entries.TryGetValue(fields[0], out var entry);
            entries[fields[0]] = fields.Length < 3 ? new Entry(entry.One ?? repair, entry.Many ?? repair, repair)
                : fields[2] == "one" ? entry with { One = repair }
                : entry with { Many = repair };
        }

        return entries;
    }

    private readonly record struct Entry(StemRepair? One, StemRepair? Many, StemRepair? Plain);
}
