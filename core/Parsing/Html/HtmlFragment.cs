namespace NewsIngest.Parsing.Html;

/// <summary>Writes HTML that is the story and nothing else, as feeds and wire formats carry it.</summary>
internal static class HtmlFragment
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
        if (IsLikely(value)) Write(value, composer, title, context);
        else composer.PlainText(value);
    }

    /// <summary>The text of a value that may hold markup, in one line; null when nothing is left.</summary>
    public static string? Line(string? value, ParseContext context)
    {
        if (value is null || !value.AsSpan().ContainsAny('<', '&')) return TextCleaner.Line(value);
        using var page = HtmlPage.Parse(value, context);
        return TextCleaner.Line(page.Body?.TextContent);
    }
}
