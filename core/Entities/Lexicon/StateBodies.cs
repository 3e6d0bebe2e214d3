using System.Buffers;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Entities.Lexicon;

/// <summary>The bodies that every state has, and words that are spelt in two ways. Read-only, safe for concurrent use.</summary>
internal sealed class StateBodies
{
    private const int ShortestMisspelt = 7;

    /// <summary>No kind has as many.</summary>
    private const int MostLetters = 31;

    private static readonly SearchValues<char> SmallLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private readonly WordSet kinds = new(Kinds("one"), ignoresCase: false);
    private readonly uint[] lengths;
    private readonly int shortest;
    private readonly WordSet pairs = new(Kinds("two"), ignoresCase: false);
    private readonly WordSet secondWords;
    private readonly Dictionary<string, string> spellings = EntityData.Rows("spelling-variants.tsv").ToDictionary(row => row[1], row => row[0], StringComparer.Ordinal);

    public StateBodies()
    {
        lengths = Lengths(kinds.Words);
        shortest = kinds.Words.Min(kind => kind.Length);
        secondWords = new WordSet(pairs.Words.Select(pair => pair[(pair.IndexOf(' ', StringComparison.Ordinal) + 1)..]), ignoresCase: true);
    }

    /// <summary>"defense" → "defence": the spelling that names are compared in, of a folded word.</summary>
    public string Spelling(string folded) => spellings.GetValueOrDefault(folded) ?? folded;

    /// <summary>"defense" → "defence"; null for a word that has one spelling.</summary>
    public string? VariantOf(ReadOnlySpan<char> folded) => spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var spelling) ? spelling : null;

    /// <summary>The words of an organisation's name, folded and in one spelling, as one string.</summary>
    public string Folded(string name)
    {
        if (!name.AsSpan().ContainsAny(' ', '-')) return Spelling(Fold.Text(name));
        const int mostOnStack = 256;
        var most = 3 * name.Length;
        var letters = most <= mostOnStack ? stackalloc char[mostOnStack] : new char[most];
        var length = 0;
        foreach (var range in name.AsSpan().SplitAny(' ', '-'))
        {
            var word = letters.Slice(length, Fold.Write(name.AsSpan()[range], letters[length..]));
            if (VariantOf(word) is { } spelling)
            {
                spelling.CopyTo(letters[length..]);
                length += spelling.Length;
            }
            else
            {
                length += word.Length;
            }
        }

        return Fold.Pooled(letters[..length]);
    }

    /// <summary>"air force": the kind of body that two words name, else null.</summary>
    public string? KindOf(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (!secondWords.Contains(second)) return null;
        var pair = $"{Fold.Text(first)} {Fold.Text(second)}";
        return pairs.Contains(pair) ? pair : null;
    }

    /// <summary>The kind of body that a word names; a long word that nobody knows may have one letter too few, too many, or wrong.</summary>
    /// <param name="form">The word.</param>
    /// <param name="look">How it looks, as far as that is known.</param>
    /// <param name="isKnownWord">Whether it is a word of the lexicon.</param>
    public string? KindOf(ReadOnlySpan<char> form, WordLook look, bool isKnownWord)
    {
        if ((look & WordLook.IsPlain) != 0 && !MayBeKind(form)) return null;
        // Folded, a letter can become two.
        if (2 * form.Length < shortest) return null;
        const int mostOnStack = 256;
        var letters = 2 * form.Length <= mostOnStack ? stackalloc char[mostOnStack] : new char[2 * form.Length];
        var word = form.ContainsAnyExcept(SmallLetters) ? letters[..Fold.Write(form, letters)] : form;
        if (!MayBeKind(word)) return null;
        if (kinds.Find(word) is >= 0 and var number) return kinds.Words[number];
        if (isKnownWord || word.Length < ShortestMisspelt - 1 || word[^1] == 's') return null;
        foreach (var kind in kinds.Words)
        {
            if (kind.Length >= ShortestMisspelt && kind[0] == word[0] && IsOneLetterOff(kind, word)) return kind;
        }

        return null;
    }

    /// <summary>Whether some kind begins with the same letter and is about as long: most words need not be looked at any closer.</summary>
    private bool MayBeKind(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < MostLetters && char.IsAsciiLetter(word[0]) && (lengths[(word[0] | 0x20) - 'a'] & (1u << word.Length)) != 0;

    private static uint[] Lengths(IEnumerable<string> kinds)
    {
        var lengths = new uint['z' - 'a' + 1];
        foreach (var kind in kinds) lengths[kind[0] - 'a'] |= 7u << (kind.Length - 1);
        return lengths;
    }

    private static IEnumerable<string> Kinds(string words) =>
        EntityData.Keyed("state-bodies.txt", words).SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries));

    private static bool IsOneLetterOff(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.CommonPrefixLength(b);
        var restA = a[start..];
        var restB = b[start..];
        if (a.Length > b.Length) return restA[1..].SequenceEqual(restB);
        if (a.Length < b.Length) return restB[1..].SequenceEqual(restA);
        var isSwapped = restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]);
        return restA.Length > 0 && (restA[1..].SequenceEqual(restB[1..]) || isSwapped);
    }
}
