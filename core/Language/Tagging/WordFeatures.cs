using NewsIngest.Language.Tokens;

namespace NewsIngest.Language.Tagging;

/// <summary>What the tagger reads off one word, before it looks at its neighbours.</summary>
internal readonly struct WordFeatures(uint form, uint suffix1, uint suffix2, uint suffix3, uint suffix4, uint prefix2, uint prefix3, uint shape)
{
    public uint Form { get; } = form;

    public uint Suffix1 { get; } = suffix1;

    public uint Suffix2 { get; } = suffix2;

    public uint Suffix3 { get; } = suffix3;

    public uint Suffix4 { get; } = suffix4;

    public uint Prefix2 { get; } = prefix2;

    public uint Prefix3 { get; } = prefix3;

    /// <summary>Case, digits and marks, run-length compressed: "McCain" and "O'Hara" look alike, "2016" and "30" too.</summary>
    public uint Shape { get; } = shape;

    public bool StartsUpper => (Shape & 1) != 0;

    public static WordFeatures Of(string text, Token token, uint formHash)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        return new WordFeatures(
            formHash, Suffix(form, 1), Suffix(form, 2), Suffix(form, 3), Suffix(form, 4), Prefix(form, 2), Prefix(form, 3), ShapeOf(form));
    }

    private static uint Suffix(ReadOnlySpan<char> form, int length) =>
        form.Length < length ? FormHash.Missing : FormHash.Of(form[^length..]);

    private static uint Prefix(ReadOnlySpan<char> form, int length) =>
        form.Length <= length ? FormHash.Missing : FormHash.Of(form[..length]);

    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        const int longestLookedAt = 24;
        uint hash = FormHash.Seed;
        var last = '\0';
        foreach (var c in form.Length > longestLookedAt ? form[..longestLookedAt] : form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsAsciiDigit(c) ? '0' : FormHash.Normal(c);
            if (kind == last) continue;
            hash = FormHash.Step(hash, kind);
            last = kind;
        }

        // "A" and "USA" differ from "Usa" by what follows the capital; a single capital differs from a word of them.
        hash = FormHash.Step(hash, form.Length == 1 ? '1' : '+');
        return (hash & ~1u) | (char.IsUpper(form[0]) ? 1u : 0u);
    }
}
