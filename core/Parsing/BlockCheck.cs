using NewsIngest.Articles;

namespace NewsIngest.Parsing;

/// <summary>Guards the promise of <see cref="Block"/>: ordered, not overlapping, inside the text, no white space at the ends.</summary>
internal static class BlockCheck
{
    /// <exception cref="InvalidOperationException">A format made blocks that do not fit its text.</exception>
    public static void Check(string text, IReadOnlyList<Block> blocks)
    {
        var last = 0;
        foreach (var block in blocks)
        {
            var fits = block.Start >= last && block.Start < block.End && block.End <= text.Length
                && !char.IsWhiteSpace(text[block.Start]) && !char.IsWhiteSpace(text[block.End - 1]);
            if (!fits) throw new InvalidOperationException($"block {block} does not fit a text of {text.Length} characters");
            last = block.End;
        }
    }
}
