namespace NewsIngest.Articles;

/// <summary>The text of a passage that stands in several places.</summary>
public static class SpanText
{
    /// <summary>Joins the pieces.</summary>
    public const char Separator = ' ';

    /// <summary>The spans of <paramref name="text"/>, joined with one blank and nothing else.</summary>
    public static string Join(string text, IReadOnlyList<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        return spans.Count == 1 ? text[spans[0].Start..spans[0].End] : string.Join(Separator, spans.Select(span => text[span.Start..span.End]));
    }
}
