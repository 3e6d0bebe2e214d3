using NewsIngest.Language.Tokens;
using NewsIngest.Lookup;

namespace NewsIngest.Entities.Lexicon;

/// <summary>Word classes by the hash of a form. Forms in capitals only ("US", "IS") are kept apart from words that look alike when small.</summary>
internal sealed class WordClassTable
{
    /// <summary>No entry of the data has more words.</summary>
    public const int LongestPhrase = 9;

    private const int ExpectedEntries = 16_000;
    private const int FilterWords = 2048;
    private const int LongestAcronym = 6;
    private readonly BitTable folded = new(ExpectedEntries);
    private readonly BitTable exact = new();

    /// <summary>Each form, whole or the beginning of one.</summary>
    private readonly HashFilter filter = new(FilterWords);

    public void Add(string phrase, WordClass classes)
    {
        var isAcronym = IsAcronym(phrase);
        var (table, key) = isAcronym ? (exact, Fold.ExactHash(phrase)) : (folded, Fold.Hash(phrase));
        table.Add(key, (uint)classes | (IsOfSeveralWords(phrase) ? FoundClasses.OfSeveralWords : 0));
        AddBeginnings(phrase, table, isAcronym);
    }

    private static bool IsOfSeveralWords(string phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] is ' ' or '-' or '–' or '’' or '\'' or '.') return i > 0;
        }

        return false;
    }

    /// <summary>Wherever the tokenizer may part the phrase: at marks and blanks, and between letters and digits.</summary>
    private void AddBeginnings(string phrase, BitTable table, bool isAcronym)
    {
        Span<char> letters = stackalloc char[2 * phrase.Length];
        var count = Fold.Write(phrase.AsSpan(0, 1), letters);
        for (var end = 1; end < phrase.Length; end++)
        {
            var parts = !char.IsLetterOrDigit(phrase[end]) || char.IsDigit(phrase[end]) != char.IsDigit(phrase[end - 1]);
            if (parts && char.IsLetterOrDigit(phrase[end - 1]))
            {
                table.Add(isAcronym ? Fold.ExactHash(phrase.AsSpan(0, end)) : Fold.Hash(letters[..count]), FoundClasses.Begins);
                filter.Add(FormHash.Of(letters[..count]));
            }

            count += Fold.Write(phrase.AsSpan(end, 1), letters[count..]);
        }

        filter.Add(FormHash.Of(letters[..count]));
    }

    /// <summary>Whether an entry can be, or begin with, a word of letters from A to Z with this <see cref="FormHash"/>.</summary>
    public bool MayHold(uint hash) => filter.MayHold(hash);

    public WordClass Find(ReadOnlySpan<char> form) => Find(new Passage(form)).Classes;

    public FoundClasses Find(Passage passage) => new(folded[passage.Folded] | (passage.Exact is { } key ? exact[key] : 0));

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

/// <summary>What the data say of a passage.</summary>
/// <param name="bits">The classes, and beside them whether the passage is the beginning of an entry, and an entry of several words.</param>
internal readonly struct FoundClasses(uint bits)
{
    public const uint Begins = 1u << 30;
    public const uint OfSeveralWords = 1u << 31;

    public WordClass Classes => (WordClass)(bits & ~(Begins | OfSeveralWords));

    /// <summary>Whether an entry can begin with the passage and go on.</summary>
    public bool GoesOn => (bits & Begins) != 0;

    /// <summary>Whether an entry is the passage and has several words: "Israel is" is not "Israelis".</summary>
    public bool HasSeveralWords => (bits & OfSeveralWords) != 0;
}
