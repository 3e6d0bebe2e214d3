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

    /// <summary>Whether <paramref name="joined"/> is what <see cref="Join"/> gives, without making it again.</summary>
    internal static bool IsJoin(ReadOnlySpan<char> joined, string text, IReadOnlyList<TextSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (i > 0)
            {
                if (joined is not [Separator, ..]) return false;
                joined = joined[1..];
            }

            var piece = text.AsSpan()[spans[i].Start..spans[i].End];
            if (!joined.StartsWith(piece, StringComparison.Ordinal)) return false;
            joined = joined[piece.Length..];
        }

        return joined.IsEmpty;
    }
}
