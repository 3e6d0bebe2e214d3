using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Writes the body of a story in NITF or XHTML, and in what agencies make of them.</summary>
internal sealed partial class XmlBody(ArticleComposer composer, string? title, IReadOnlyCollection<string> subtitles)
{
    private const int ShortestWrap = 55;

    private const int LongestWrap = 80;

    private readonly StringBuilder text = new();

    /// <summary>Writes all that is inside the element.</summary>
    /// <exception cref="ParseException">HTML that is escaped in it goes beyond a limit.</exception>
    public static void Write(XElement body, ArticleComposer composer, string? title, ParseContext context, IReadOnlyCollection<string>? subtitles = null)
    {
        if (!body.HasElements)
        {
            Html.HtmlFragment.WriteEither(body.Value, composer, title, context);
            return;
        }

        var writer = new XmlBody(composer, title, subtitles ?? []);
        writer.Children(body);
        writer.Flush();
    }

    /// <summary>The text of an element; line breaks and block children become spaces.</summary>
    public static string Text(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText value) text.Append(Unescape(value.Value));
            if (node is not XElement child) continue;
            var apart = !Markup.IsInline(child) || Markup.IsName(child);
            if (apart) text.Append(' ');
            Append(child, text);
            if (!Markup.IsInline(child)) text.Append(' ');
        }
    }

    private void Children(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText value) text.Append(Unescape(value.Value));
            else if (node is XElement child) Child(child);
        }
    }

    private void Child(XElement element)
    {
        var name = element.Name.LocalName.ToLowerInvariant();
        switch (name)
        {
            case "br":
                text.Append(LineBreak);
                break;
            case "script" or "style" or "head" or "media-metadata" or "media-reference" or "media-producer" or "docdata":
                break;
            case "media-caption" or "figcaption" or "caption":
                Flush();
                composer.Caption(element.Line(), "caption");
                break;
            case "bild":
                Flush();
                composer.Caption(string.Join(' ', element.Elements().Where(e => !e.Is("bildfil")).Select(e => e.Line())), "caption");
                break;
            case "dat" when element.Child("source") is not null || element.Child("ort") is not null:
                Flush();
                composer.Dateline(element.Line());
                break;
            case "byline":
                Flush();
                composer.Byline(element.Line());
                break;
            case "dateline":
                Flush();
                composer.Dateline(element.Line());
                break;
            case "tagline" or "note" or "correction" or "series" or "distributor" or "rights" or "header" or "footer" or "aside" or "nav":
                Flush();
                Aside(element, name);
                break;
            case "hl1" or "h1" or "hl2" or "h2" when title is not null && element.Line() is { } line && Blocks.TitleRule.IsSame(line, title):
                Flush();
                break;
            case "h1" or "h2" or "h3" when subtitles.Count > 0 && element.Line() is { } line && subtitles.Any(subtitle => Blocks.TitleRule.IsSame(line, subtitle)):
                Flush();
                composer.Boilerplate(element.Line(), "subheadline");
                break;
            case "tr" when XmlTable.Row(element) is { } row:
                Flush();
                composer.Paragraph(row);
                break;
            case "span" when element.HasClass("dateline"):
                Flush();
                composer.Dateline(element.Line());
                break;
            default:
                if (!Markup.IsInline(element)) Flush();
                else if (Markup.IsName(element)) text.Append(' ');
                Children(element);
                if (!Markup.IsInline(element)) Flush();
                break;
        }
    }

    /// <summary>What stands around the story; a header repeats the title, and a reader sees it once.</summary>
    private void Aside(XElement element, string reason)
    {
        var parts = element.Elements().Where(child => !Markup.IsInline(child)).ToList();
        if (parts.Count == 0) parts = [element];
        foreach (var part in parts)
        {
            if (part.Line() is { } line && (title is null || !Blocks.TitleRule.IsSame(line, title))) composer.Boilerplate(line, reason);
        }
    }

    private void Flush()
    {
        if (text.Length == 0) return;
        var value = text.ToString();
        text.Clear();
        if (string.IsNullOrWhiteSpace(value)) return;
        if (WireLines.AreIn(value)) WireLines.Write(value.Replace(LineBreak, '\n'), composer);
        else Paragraph(value);
    }

    private void Paragraph(string value)
    {
        value = OneLine(value);
        if (!composer.HasBody && title is not null && Blocks.TitleRule.IsSame(value, title)) return;
        var shown = value.Contains('<') ? WithoutTags(value) : value;
        if (!shown.Any(char.IsLetterOrDigit) && shown.Length < value.Length) composer.Boilerplate(value, "markup");
        else foreach (var part in shown.Split($"{LineBreak}{LineBreak}")) composer.Paragraph(Joined(part));
    }

    /// <summary>A break amid a sentence, at the width of a wire line, is one of the teleprinter's and not the story's.</summary>
    private static string Joined(string part)
    {
        if (!part.Contains(LineBreak)) return part;
        var lines = part.Split(LineBreak, StringSplitOptions.TrimEntries);
        var text = new StringBuilder(lines[0]);
        for (var i = 1; i < lines.Length; i++)
        {
            var wrapped = lines[i - 1].Length is > 0 and <= LongestWrap && lines[i - 1][^1] is not ('.' or '!' or '?' or ':' or '"' or '”' or ')')
                && (lines[i - 1].Length >= ShortestWrap || (lines[i].Length > 0 && char.IsLower(lines[i][0])));
            text.Append(wrapped ? ' ' : '\n').Append(lines[i]);
        }

        return text.ToString();
    }

    /// <summary>Line breaks in the file are spaces in the story; where a pretty-printer put one before a comma there is none.</summary>
    private static string OneLine(string value)
    {
        var line = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == LineBreak || !TextCleaner.IsSpace(value[i]))
            {
                line.Append(value[i]);
                continue;
            }

            var broken = false;
            for (; i < value.Length && value[i] != LineBreak && TextCleaner.IsSpace(value[i]); i++) broken |= value[i] == '\n';
            if (i < value.Length && line.Length > 0 && line[^1] is not (' ' or LineBreak) && !(broken && value[i] is ',' or '.' or ';' or ':' or ')')) line.Append(' ');
            i--;
        }

        return line.ToString();
    }

    /// <summary>Some agencies escape twice: "&amp;amp;quot;" in the file is a quotation mark to the reader.</summary>
    private static string Unescape(string value) => value.Contains('&') && Reference().IsMatch(value) ? Reference().Replace(value, match => WebUtility.HtmlDecode(match.Value)) : value;

    /// <summary>Tags that stand in the text escaped: those of HTML, and pairs of any other name.</summary>
    private static string WithoutTags(string value) => PairOfTags().Replace(HtmlTag().Replace(BreakTag().Replace(value, LineBreak.ToString()), ""), "${inside}");

    [GeneratedRegex(@"<(?:br|/p|/div|/li)\s*/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"<(?:script|style)\b[^<]*</(?:script|style)>|</?(?:p|div|span|a|b|i|u|em|strong|small|sub|sup|font|ul|ol|li|h[1-6]|img|iframe|blockquote|script|style)(?:\s[^<>]{0,2000})?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"<(?<name>[A-Za-z][\w-]{0,20})>(?<inside>[^<>]{0,2000})</\k<name>>", RegexOptions.CultureInvariant)]
    private static partial Regex PairOfTags();

    /// <summary>A line break that the story has; those of the file are spaces.</summary>
    private const char LineBreak = '\u2028';

    [GeneratedRegex("&(?:#\\d{2,5}|quot|apos|amp|nbsp|ndash|mdash|lt|gt);", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
