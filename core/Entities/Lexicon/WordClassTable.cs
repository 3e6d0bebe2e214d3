using System.Buffers;

namespace NewsIngest.Entities.Lexicon;

/// <summary>Word classes by the hash of a form. Forms in capitals only ("US", "IS") are kept apart from words that look alike when small.</summary>
internal sealed class WordClassTable
{
    /// <summary>No entry of the data has more words.</summary>
    public const int LongestPhrase = 9;

    private const int ExpectedEntries = 16_000;
    private const int LongestAcronym = 6;
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -–’'.");
    private readonly Dictionary<ulong, WordClass> folded = new(ExpectedEntries);
    private readonly Dictionary<ulong, WordClass> exact = [];
    private readonly HashSet<ulong> ofSeveralWords = [];

    public void Add(string phrase, WordClass classes)
    {
        var (table, key) = IsAcronym(phrase) ? (exact, Fold.ExactHash(phrase)) : (folded, Fold.Hash(phrase));
        table[key] = table.GetValueOrDefault(key) | classes;
        if (phrase.AsSpan().IndexOfAny(Separators) > 0) ofSeveralWords.Add(Fold.Hash(phrase));
    }

    /// <summary>Whether an entry with this hash has several words: "Israel is" is not "Israelis".</summary>
    public bool HasSeveralWords(ulong foldedHash) => ofSeveralWords.Contains(foldedHash);

    public WordClass Find(ulong foldedHash, ulong exactHash) =>
        folded.GetValueOrDefault(foldedHash) | exact.GetValueOrDefault(exactHash);

    public WordClass Find(ReadOnlySpan<char> form) => Find(Fold.Hash(form), Fold.ExactHash(form));

    /// <summary>"US", "WHO": short and in capitals only.</summary>
    public static bool IsAcronym(string phrase)
    {
        var letters = 0;
        foreach (var c in phrase)
        {
            if (char.IsLetter(c) && !char.IsUpper(c)) return false;
            if (c == ' ') return false;
            if (char.IsLetterOrDigit(c)) letters++;
        }

        return letters <= LongestAcronym;
    }
}
