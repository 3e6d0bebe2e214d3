using System.Buffers;

namespace NewsIngest.Parsing.Html;

/// <summary>
/// Cuts out of a page what no reader sees, before it is parsed: scripts (but JSON-LD), styles, comments, drawings, frames, pictures,
/// menus, and attributes that only space and style things. That is most of a news page of today, and a parser reads it letter by letter.
/// </summary>
internal sealed class HtmlPruner : IDisposable
{
    private readonly char[] buffer;
    private readonly int[] open = new int[TagScanner.PlainCount];

    /// <summary>The pool gives up to twice of what is asked for: too much of a large page.</summary>
    private const int LargestPooled = 1 << 20;

    private HtmlPruner(int length) => buffer = length <= LargestPooled ? ArrayPool<char>.Shared.Rent(length) : new char[length];

    /// <summary>The kept characters; only the first <see cref="Length"/> of them count.</summary>
    public char[] Chars => buffer;

    public int Length { get; private set; }

    /// <summary>The page without what is not seen. Dispose it when the page has been parsed.</summary>
    public static HtmlPruner Prune(ReadOnlySpan<char> html)
    {
        var pruned = new HtmlPruner(html.Length);
        while (html.IndexOf('<') is >= 0 and var at)
        {
            // Indentation is most of what stands between tags, and a parser makes a node of each.
            pruned.Keep(at > 1 && html[..at].IsWhiteSpace() ? " " : html[..at]);
            html = html[at..];
            html = html[pruned.Tag(html)..];
        }

        pruned.Keep(html);
        return pruned;
    }

    public void Dispose()
    {
        if (buffer.Length <= LargestPooled) ArrayPool<char>.Shared.Return(buffer);
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        part.CopyTo(buffer.AsSpan(Length));
        Length += part.Length;
    }

    /// <summary>Keeps or drops what begins at a "&lt;"; how many characters that was.</summary>
    private int Tag(ReadOnlySpan<char> html)
    {
        if (html.StartsWith("<!--") && html.IndexOf("-->") is >= 0 and var comment) return comment + 3;
        var name = TagScanner.Name(html[1..]);
        if (name.IsEmpty)
        {
            if (html.StartsWith("</") && TagScanner.PlainIndex(TagScanner.Name(html[2..])) is >= 0 and var closed && open[closed]-- <= 0 && html.IndexOf('>') is > 0 and var close)
            {
                open[closed] = 0;
                return close + 1;
            }

            Keep(html[..1]);
            return 1;
        }

        if (TagScanner.PlainIndex(name) is >= 0 and var plain)
        {
            if (html.Length > name.Length + 1 && html[name.Length + 1] == '>') return name.Length + 2;
            open[plain]++;
        }

        var end = TagScanner.End(html, name.Length + 1);
        var fate = TagScanner.FateOf(name, html[..end]);
        if (fate == TagFate.DropTag) return end;
        if (fate == TagFate.DropElement && TagScanner.EndOfElement(html, end, name) is > 0 and var behind) return behind;
        if (fate == TagFate.KeepElement && TagScanner.EndOfElement(html, end, name) is > 0 and var keep)
        {
            Keep(html[..keep]);
            return keep;
        }

        Keep(html[..(name.Length + 1)]);
        Attributes(html[(name.Length + 1)..end], name);
        return end;
    }

    /// <summary>Keeps the attributes that say what the element is for.</summary>
    private void Attributes(ReadOnlySpan<char> rest, ReadOnlySpan<char> tag)
    {
        var apart = true;
        while (TagScanner.NextAttribute(ref rest, out var name, out var value, out var whole))
        {
            var isKept = TagScanner.IsKept(name, value, tag);
            if (isKept)
            {
                // What stood together stays so: nothing may come out longer than it went in.
                if (apart) Keep(" ");
                Keep(whole);
            }

            apart = !isKept || rest is [' ' or '\t' or '\r' or '\n' or '\f' or '/', ..];
        }

        if (rest.EndsWith(">")) Keep(">");
    }
}
