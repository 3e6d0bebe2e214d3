using System.Globalization;
using System.Text;
using NewsIngest.Language;

namespace NewsIngest.Entities.Lexicon;

/// <summary>
/// The form under which names are compared: letters and digits only, small, without diacritics. Hashes of it can be continued from
/// word to word, so a phrase has one key however it is cut into tokens.
/// </summary>
internal static class Fold
{
    public const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private static readonly byte[] Ascii = FoldAscii();
    private static readonly StringPool Pool = new();

    /// <summary>Continues <paramref name="hash"/> over the folded characters of <paramref name="form"/>.</summary>
    public static ulong Hash(ReadOnlySpan<char> form, ulong hash = Seed)
    {
        foreach (var c in form)
        {
            if (c < 128)
            {
                if (Ascii[c] is var small and not 0) hash = (hash ^ small) * Prime;
                continue;
            }

            var folded = Char(c);
            if (folded == '\0') continue;
            hash = (hash ^ folded) * Prime;
            if (Second(c) is var second and not '\0') hash = (hash ^ second) * Prime;
        }

        return hash;
    }

    /// <summary>As <see cref="Hash"/>, but keeps case: tells US from us.</summary>
    public static ulong ExactHash(ReadOnlySpan<char> form, ulong hash = Seed)
    {
        foreach (var c in form)
        {
            if (char.IsLetterOrDigit(c)) hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    public static string Text(ReadOnlySpan<char> form) => Text(string.Empty, form);

    /// <summary>The folded form behind a mark.</summary>
    public static string Text(string mark, ReadOnlySpan<char> form)
    {
        const int mostOnStack = 256;
        var most = mark.Length + (2 * form.Length);
        var letters = most <= mostOnStack ? stackalloc char[mostOnStack] : new char[most];
        mark.CopyTo(letters);
        return Pool.Get(letters[..(mark.Length + Write(form, letters[mark.Length..]))]);
    }

    /// <summary>Letters that are folded already, as a string that others may share.</summary>
    public static string Pooled(ReadOnlySpan<char> folded) => Pool.Get(folded);

    /// <summary>Writes the folded form and returns its length, at most twice that of the form.</summary>
    public static int Write(ReadOnlySpan<char> form, Span<char> letters)
    {
        var length = 0;
        foreach (var c in form)
        {
            var folded = Char(c);
            if (folded == '\0') continue;
            letters[length++] = folded;
            if (c >= 128 && Second(c) is var second and not '\0') letters[length++] = second;
        }

        return length;
    }

    private static byte[] FoldAscii()
    {
        var ascii = new byte[128];
        for (var c = '\0'; c < ascii.Length; c++) ascii[c] = char.IsAsciiLetterOrDigit(c) ? (byte)char.ToLowerInvariant(c) : (byte)0;
        return ascii;
    }

    private static char Char(char c)
    {
        if (c < 128) return (char)Ascii[c];
        if (!char.IsLetterOrDigit(c)) return '\0';
        return c switch
        {
            'ß' => 's',
            'æ' or 'Æ' => 'a',
            'œ' or 'Œ' => 'o',
            'ø' or 'Ø' => 'o',
            'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
            'ł' or 'Ł' => 'l',
            'ı' or 'İ' => 'i',
            'þ' or 'Þ' => 't',
            _ => Base(char.ToLowerInvariant(c)),
        };
    }

    private static char Second(char c) => c switch
    {
        'ß' => 's',
        'æ' or 'Æ' or 'œ' or 'Œ' => 'e',
        'þ' or 'Þ' => 'h',
        _ => '\0',
    };

    private static char Base(char c)
    {
        if (c > 0x24F && c is < 'Ḁ' or > 'ỿ') return c;
        Span<char> source = [c];
        Span<char> parts = stackalloc char[4];
        return source.TryNormalize(parts, out var written, NormalizationForm.FormD) && written > 1
            && CharUnicodeInfo.GetUnicodeCategory(parts[1]) is UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }
}
