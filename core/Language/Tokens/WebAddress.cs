using System.Buffers;
using NewsIngest.Lookup;

namespace NewsIngest.Language.Tokens;

/// <summary>Finds URLs, mail addresses and bare host names, which stay one token.</summary>
internal static class WebAddress
{
    private static readonly WordSet TopLevel = new(
        ["com", "org", "net", "gov", "edu", "mil", "int", "info", "io", "co", "uk", "us", "eu", "de", "fr", "ru", "ua", "cn", "in", "au", "ca", "tv", "news"],
        ignoresCase: true);

    private static readonly SearchValues<char> Ends = SearchValues.Create("\"<>“”«»");

    /// <summary>End of the address at <paramref name="start"/> in a text that ends where the run without white space ends, or -1.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        var run = text[start..];
        var length = run.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || run.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            ? Trim(run, run.IndexOfAny(Ends))
            : HostOrMail(run);
        return length > 0 ? start + length : -1;
    }

    private static int HostOrMail(ReadOnlySpan<char> run)
    {
        var at = 0;
        var mail = false;
        while (at < run.Length && (char.IsAsciiLetterOrDigit(run[at]) || run[at] is '.' or '-' or '_' or '+' or '@'))
        {
            if (run[at] == '@')
            {
                if (mail || at == 0) return -1;
                mail = true;
            }

            at++;
        }

        at = Trim(run, at);
        var lastDot = run[..at].LastIndexOf('.');
        if (lastDot <= 0 || run[..at].Contains("..", StringComparison.Ordinal) || !TopLevel.Contains(run[(lastDot + 1)..at])) return -1;
        // "said.In" is a missing space; a host name is written in small letters.
        if (!mail && (char.IsAsciiLetterUpper(run[lastDot + 1]) || lastDot < 2 || !char.IsAsciiLetterOrDigit(run[0]))) return -1;
        if (at < run.Length && run[at] == '/') return Trim(run, run.IndexOfAny(Ends));
        return at < run.Length && CharClass.IsWord(run[at]) ? -1 : at;
    }

    private static int Trim(ReadOnlySpan<char> run, int length)
    {
        if (length < 0) length = run.Length;
        while (length > 0 && run[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’') length--;
        return length;
    }
}
