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
        if (spans.Count == 1) return text[spans[0].Start..spans[0].End];
        var length = Math.Max(0, spans.Count - 1);
        for (var i = 0; i < spans.Count; i++) length += spans[i].Length;
        return string.Create(length, (text, spans), static (joined, source) =>
        {
            for (var i = 0; i < source.spans.Count; i++)
            {
                if (i > 0)
                {
                    joined[0] = Separator;
                    joined = joined[1..];
                }

                var piece = source.spans[i].In(source.text);
                piece.CopyTo(joined);
                joined = joined[piece.Length..];
            }
        });
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
