using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>The words of an organisation's name, parted by blanks and hyphens, and what they begin with.</summary>
internal readonly ref struct Initials
{
    public Initials(ReadOnlySpan<char> name)
    {
        foreach (var range in name.SplitAny(' ', '-'))
        {
            var word = name[range];
            if (word.IsEmpty) continue;
            if (Words++ == 0) FirstWord = word;
            LastWord = word;
        }
    }

    /// <summary>How many words there are.</summary>
    public int Words { get; }

    public ReadOnlySpan<char> FirstWord { get; }

    public ReadOnlySpan<char> LastWord { get; }

    /// <summary>The first letters, folded: of all words, or of those with a capital.</summary>
    public static string Of(ReadOnlySpan<char> name, bool capitalsOnly)
    {
        const int most = 64;
        Span<char> letters = stackalloc char[most];
        var length = 0;
        foreach (var range in name.SplitAny(' ', '-'))
        {
            var word = name[range];
            if (word.IsEmpty || capitalsOnly && !char.IsUpper(word[0]) || length == most) continue;
            letters[length++] = word[0];
        }

        return Fold.Text(letters[..length]);
    }
}
