using NewsIngest.Articles;

namespace NewsIngest.Query;

/// <summary>The text right before and after a passage, by which it is found again where its offsets no longer hold (W3C Web Annotation, 4.2.4).</summary>
public sealed record Surroundings(string Before, string After)
{
    /// <summary>UTF-16 code units on each side; a pair of surrogates is never cut in two.</summary>
    internal const int Length = 32;

    internal static Surroundings Of(string text, TextSpan passage)
    {
        var start = Math.Max(0, passage.Start - Length);
        if (start > 0 && char.IsSurrogatePair(text[start - 1], text[start])) start++;
        var end = Math.Min(text.Length, passage.End + Length);
        if (end < text.Length && char.IsSurrogatePair(text[end - 1], text[end])) end--;
        return new Surroundings(text[start..passage.Start], text[passage.End..end]);
    }
}
