using System.Net;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Html;

/// <summary>Writes HTML that is the story and nothing else, as feeds and wire formats carry it.</summary>
internal static partial class HtmlFragment
{
    /// <summary>Whether a text value is HTML rather than plain text.</summary>
    public static bool IsLikely(string value) =>
        value.AsSpan().TrimStart().StartsWith("<") || value.Contains("</", StringComparison.Ordinal)
        || value.Contains("<br", StringComparison.OrdinalIgnoreCase) || value.Contains("<p>", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ParseException">The HTML goes beyond a limit.</exception>
    public static void Write(string html, ArticleComposer composer, string? title, ParseContext context)
    {
        using var page = HtmlPage.Parse(html, context);
        if (page.Body is not null) StoryWriter.WriteAll(LeafReader.Read(page.Body), composer, title);
    }

    /// <summary>Writes a value that may be HTML or plain text.</summary>
    /// <exception cref="ParseException">The HTML goes beyond a limit.</exception>
    public static void WriteEither(string value, ArticleComposer composer, string? title, ParseContext context)
    {
        if (OnlyParagraphs(value) is { } paragraphs && WireLines.AreIn(paragraphs)) WireLines.Write(WebUtility.HtmlDecode(paragraphs), composer);
        else if (IsLikely(value)) Write(value, composer, title, context);
        else composer.PlainText(value);
    }

    /// <summary>What is inside when the only markup is a p around each paragraph: then the lines are the wire's; null for any other markup.</summary>
    private static string? OnlyParagraphs(string value) =>
        value.AsSpan().TrimStart().StartsWith("<p>", StringComparison.OrdinalIgnoreCase) && !OtherTag().IsMatch(value) ? ParagraphTag().Replace(value, "\n\n") : null;

    [GeneratedRegex("<(?!/?p>)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherTag();

    [GeneratedRegex("</?p>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ParagraphTag();

    /// <summary>The text of a value that may hold markup, in one line; null when nothing is left.</summary>
    public static string? Line(string? value, ParseContext context)
    {
        if (value is null || !value.AsSpan().ContainsAny('<', '&')) return TextCleaner.Line(value);
        using var page = HtmlPage.Parse(value, context);
        return TextCleaner.Line(page.Body?.TextContent);
    }
}
