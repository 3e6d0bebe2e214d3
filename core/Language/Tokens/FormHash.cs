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
    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is >= '0' and <= '9' ? '0' : (char)c)];

    public static uint Of(string text, Token token)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        if (form.Length <= 2 && QuoteOf(text, token, form) is var quote and not '\0') return Step(Seed, quote);
        var hash = Seed;
        foreach (var c in form) hash = Step(hash, Normal(c));
        return hash == Missing ? 1 : hash;
    }

    public static uint Of(ReadOnlySpan<char> form)
    {
        var hash = Seed;
        foreach (var c in form) hash = Step(hash, Normal(c));
        return hash == Missing ? 1 : hash;
    }

    public static uint Step(uint hash, char c) => (hash ^ c) * Prime;

    public static char Normal(char c) => c < Ascii.Length ? Ascii[c] : NormalBeyondAscii(c);

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
