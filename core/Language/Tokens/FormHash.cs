namespace NewsIngest.Language.Tokens;

/// <summary>
/// The hash by which the models know a word: small letters, every digit as 0, one apostrophe, and two quote marks (opening, closing)
/// whatever style they are written in. Stable across runs and machines.
/// </summary>
internal static class FormHash
{
    public const uint Seed = 2166136261;
    public const uint Missing = 0;
    private const uint Prime = 16777619;
    private const int AsciiCount = 128;
    private const int LookShift = 8;

    // Beside the flags of WordLook, of a character that is no letter from A to Z.
    private const uint NoLetter = 128;

    // In the lower byte what stands for the character in the hash, in the upper one how a word looks that begins with it.
    private static readonly ushort[] Ascii = [.. Enumerable.Range(0, AsciiCount).Select(c => Entry((char)c))];

    public static uint Of(string text, Token token) => Of(text, token, out _);

    /// <summary>The hash of a token's form, and in the same pass its look.</summary>
    public static uint Of(string text, Token token, out WordLook look)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        var (hash, seen) = (Seed, 0u);
        foreach (var c in form)
        {
            hash = Step(hash, Normal(c));
            seen |= c < AsciiCount ? Ascii[c] : NoLetter << LookShift;
        }

        look = LookOf(form[0]) | ((WordLook)(seen >> LookShift) & WordLook.HasCapital) | ((seen >> LookShift) < NoLetter ? WordLook.IsPlain : WordLook.None);
        if (form.Length <= 2 && QuoteOf(text, token, form) is var quote and not '\0') return Step(Seed, quote);
        return hash == Missing ? 1 : hash;
    }

    public static uint Of(ReadOnlySpan<char> form)
    {
        var hash = Seed;
        foreach (var c in form) hash = Step(hash, Normal(c));
        return hash == Missing ? 1 : hash;
    }

    public static uint Step(uint hash, char c) => (hash ^ c) * Prime;

    public static char Normal(char c) => c < AsciiCount ? (char)(byte)Ascii[c] : NormalBeyondAscii(c);

    private static ushort Entry(char c)
    {
        var normal = char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : char.IsAsciiDigit(c) ? '0' : c;
        return (ushort)(normal | (((uint)LookAtStart(c) | (char.IsAsciiLetter(c) ? 0 : NoLetter)) << LookShift));
    }

    private static WordLook LookOf(char first) => first < AsciiCount ? (WordLook)(Ascii[first] >> LookShift) & ~(WordLook)NoLetter : LookAtStart(first);

    /// <summary>How a word looks that begins with the character.</summary>
    private static WordLook LookAtStart(char first)
    {
        if (char.IsUpper(first)) return WordLook.StartsWithLetter | WordLook.StartsUpper | WordLook.HasCapital;
        if (char.IsLower(first)) return WordLook.StartsWithLetter | WordLook.StartsSmall;
        return char.IsLetter(first) ? WordLook.StartsWithLetter : char.IsDigit(first) ? WordLook.StartsWithDigit : WordLook.None;
    }

    private static char NormalBeyondAscii(char c)
    {
        if (CharClass.IsApostrophe(c)) return '\'';
        return c switch
        {
            '‐' or '‑' => '-',
            '―' or '—' => '–',
            _ => char.ToLowerInvariant(c),
        };
    }

    /// <summary>The double mark “ or ” a quotation mark stands for, single marks as ‘; '\0' for anything else.</summary>
    private static char QuoteOf(string text, Token token, ReadOnlySpan<char> form)
    {
        switch (form[0])
        {
            case '"' or '＂' or '“' or '”' or '„' or '‟' or '«' or '»':
                break;
            case '`' or '‘' or '‹' or '‚':
                return '“';
            case '›':
                return '”';
            case '\'' or '’':
                if (form.Length == 2 && form[1] == form[0]) break;
                return form.Length == 1 && StandsBeforeWord(text, token) ? '“' : '\0';
            default:
                return '\0';
        }

        return form[0] switch
        {
            '“' when !StandsAfterWord(text, token) => '“',
            '„' or '‟' => '“',
            '”' when !StandsBeforeWord(text, token) => '”',
            _ => StandsBeforeWord(text, token) ? '“' : '”',
        };
    }

    private static bool StandsBeforeWord(string text, Token token)
    {
        var spaceBefore = token.Start == 0 || CharClass.Of(text[token.Start - 1]) is CharKind.Space || text[token.Start - 1] is '(' or '[' or '—' or '–' or '“' or '"';
        var spaceAfter = token.End >= text.Length || CharClass.Of(text[token.End]) is CharKind.Space;
        return spaceBefore && !spaceAfter;
    }

    private static bool StandsAfterWord(string text, Token token)
    {
        var spaceBefore = token.Start == 0 || CharClass.Of(text[token.Start - 1]) is CharKind.Space;
        var spaceAfter = token.End >= text.Length || CharClass.Of(text[token.End]) is CharKind.Space;
        return !spaceBefore && spaceAfter;
    }
}
