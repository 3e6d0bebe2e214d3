namespace NewsIngest.Entities.Lexicon;

/// <summary>Some tokens of a text as <see cref="WordClassTable"/> knows them.</summary>
internal readonly struct Passage
{
    public Passage(ReadOnlySpan<char> form)
        : this(Fold.Hash(form), MayBeAcronym(form) ? Fold.ExactHash(form) : null)
    {
    }

    private Passage(ulong folded, ulong? exact) => (Folded, Exact) = (folded, exact);

    /// <summary>See <see cref="Fold.Hash"/>.</summary>
    public ulong Folded { get; }

    /// <summary>See <see cref="Fold.ExactHash"/>; null where a word is no acronym.</summary>
    public ulong? Exact { get; }

    /// <summary>The passage and the token after it.</summary>
    public Passage With(ReadOnlySpan<char> form) => new(Fold.Hash(form, Folded), Exact is { } hash && MayBeAcronym(form) ? Fold.ExactHash(form, hash) : null);

    /// <summary>A word with a small letter is no acronym.</summary>
    private static bool MayBeAcronym(ReadOnlySpan<char> form) =>
        form.Length > 0 && !char.IsAsciiLetterLower(form[0]) && (form.Length == 1 || !char.IsAsciiLetterLower(form[1]));
}
