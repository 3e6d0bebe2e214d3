namespace NewsIngest.Articles;

/// <summary>From UTF-16 offsets into a text to offsets in Unicode code points, as W3C Web Annotation selectors count them. A lone surrogate counts as one.</summary>
public sealed class CodePointOffsets
{
    /// <summary>Where the second half of each pair stands.</summary>
    private readonly List<int> seconds = [];

    public CodePointOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i])) seconds.Add(i);
        }
    }

    /// <summary>Whether the two ways to count give different numbers anywhere in the text.</summary>
    public bool Differ => seconds.Count > 0;

    /// <summary>The same stretch counted in code points; an offset inside a pair counts as the end of the pair.</summary>
    public TextSpan Of(TextSpan utf16) => new(Of(utf16.Start), Of(utf16.End));

    private int Of(int utf16)
    {
        var found = seconds.BinarySearch(utf16);
        return utf16 - (found < 0 ? ~found : found);
    }
}
