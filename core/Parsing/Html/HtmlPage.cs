using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsIngest.Parsing.Html;

/// <summary>Parses HTML with AngleSharp, within the limits on depth, elements and time. Nothing is fetched, no script runs.</summary>
internal static class HtmlPage
{
    /// <summary>Tags left open nest a page's source deeper than its elements stand; beyond the limit AngleSharp flattens them.</summary>
    private const int DeepestSource = 10;

    /// <summary>In characters.</summary>
    private const int LargestBuffered = 1 << 20;

    /// <exception cref="ParseException">The page goes beyond a limit.</exception>
    public static IHtmlDocument Parse(string html, ParseContext context)
    {
        if (html.Length > context.Options.MaxHtmlLength)
            throw context.Refuse(string.Create(CultureInfo.InvariantCulture, $"its HTML has more than the {context.Options.MaxHtmlLength:N0} characters allowed"));
        using var pruned = HtmlPruner.Prune(html);
        CommentMarks.Break(pruned.Chars.AsSpan(0, pruned.Length));
        if (Nesting.Depth(pruned.Chars.AsSpan(0, pruned.Length)) is var depth && depth > DeepestSource * context.Options.MaxMarkupDepth)
            throw context.Refuse($"its elements are nested {depth} deep, more than the {DeepestSource * context.Options.MaxMarkupDepth} levels allowed");
        var elements = 0;
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            MaximumDepth = context.Options.MaxMarkupDepth,
            OnCreated = (_, _) =>
            {
                if (++elements > context.Options.MaxMarkupNodes) throw context.Refuse($"it has more than the {context.Options.MaxMarkupNodes} elements allowed in a page");
                if ((elements & 0x3FF) == 0) context.CheckTime();
            },
        };
        var parser = new HtmlParser(options);
        return pruned.Length <= LargestBuffered ? parser.ParseDocument(pruned.Chars, pruned.Length) : Stream(parser, pruned);
    }

    /// <summary>Of a text of known length AngleSharp keeps the characters with the page, and a buffer of up to twice their number: too much of a large one.</summary>
    private static IHtmlDocument Stream(HtmlParser parser, HtmlPruner pruned)
    {
        using var stream = new CharStream(pruned.Chars.AsMemory(0, pruned.Length));
        var parsing = parser.ParseDocumentAsync(stream, HtmlStreamSourceMode.Streaming, Encoding.Unicode, CancellationToken.None);
        return parsing.GetAwaiter().GetResult();
    }
}
