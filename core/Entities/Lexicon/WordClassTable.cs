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
    private readonly BitTable ofSeveralWords = new();
    private readonly BitTable beginnings = new();

    /// <summary>Each form, whole or the beginning of one.</summary>
    private readonly HashFilter filter = new(FilterWords);

    public void Add(string phrase, WordClass classes)
    {
        var isAcronym = IsAcronym(phrase);
        var (table, key) = isAcronym ? (exact, Fold.ExactHash(phrase)) : (folded, Fold.Hash(phrase));
        table.Add(key, (uint)classes);
        AddBeginnings(phrase, isAcronym);
        if (HasSeveralWords(phrase)) ofSeveralWords.Add(Fold.Hash(phrase), 1);
    }

    private static bool HasSeveralWords(string phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] is ' ' or '-' or '–' or '’' or '\'' or '.') return i > 0;
        }

        return false;
    }

    /// <summary>Wherever the tokenizer may part the phrase: at marks and blanks, and between letters and digits.</summary>
    private void AddBeginnings(string phrase, bool isAcronym)
    {
        Span<char> letters = stackalloc char[2 * phrase.Length];
        var count = Fold.Write(phrase.AsSpan(0, 1), letters);
        for (var end = 1; end < phrase.Length; end++)
        {
            var parts = !char.IsLetterOrDigit(phrase[end]) || char.IsDigit(phrase[end]) != char.IsDigit(phrase[end - 1]);
            if (parts && char.IsLetterOrDigit(phrase[end - 1]))
            {
                beginnings.Add(isAcronym ? Fold.ExactHash(phrase.AsSpan(0, end)) : Fold.Hash(letters[..count]), 1);
                filter.Add(FormHash.Of(letters[..count]));
            }

            count += Fold.Write(phrase.AsSpan(end, 1), letters[count..]);
        }

        filter.Add(FormHash.Of(letters[..count]));
    }

    /// <summary>Whether an entry can be, or begin with, a word of letters from A to Z with this <see cref="FormHash"/>.</summary>
    public bool MayHold(uint hash) => filter.MayHold(hash);

    /// <summary>Whether an entry can begin with a passage that has these hashes, and go on.</summary>
    public bool GoesOn(ulong foldedHash, ulong exactHash) => (beginnings[foldedHash] | beginnings[exactHash]) != 0;

    /// <summary>Whether an entry with this hash has several words: "Israel is" is not "Israelis".</summary>
    public bool HasSeveralWords(ulong foldedHash) => ofSeveralWords[foldedHash] != 0;

    public WordClass Find(ulong foldedHash, ulong exactHash) =>
        (WordClass)(folded[foldedHash] | exact[exactHash]);

    public WordClass Find(ReadOnlySpan<char> form) => Find(form, Fold.Hash(form));

    /// <summary>The classes of a form whose folded hash is known.</summary>
    public WordClass Find(ReadOnlySpan<char> form, ulong key)
    {
        var classes = (WordClass)folded[key];
        return MayBeAcronym(form) ? classes | (WordClass)exact[Fold.ExactHash(form)] : classes;
    }

    /// <summary>A word with a small letter is no acronym.</summary>
    private static bool MayBeAcronym(ReadOnlySpan<char> form) =>
        form.Length > 0 && !char.IsAsciiLetterLower(form[0]) && (form.Length == 1 || !char.IsAsciiLetterLower(form[1]));

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
