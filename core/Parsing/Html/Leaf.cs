using System.Buffers;

namespace NewsIngest.Parsing.Html;

/// <summary>What kind of element holds a paragraph.</summary>
internal enum LeafKind
{
    Text,
    Heading,
    ListItem,
    Quote,
    Cell,
}

/// <summary>One paragraph-like stretch of a page, as a reader sees it.</summary>
internal sealed record Leaf(Box Box, LeafKind Kind, string Text, int LinkChars)
{
    private const int ShortestProse = 40;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?,…。、।؟");

    /// <summary>Share of the text that is a link.</summary>
    public double LinkShare => (double)LinkChars / Math.Max(1, Text.Length);

    /// <summary>Whether it reads like a sentence of a story rather than a label, a headline or a list of links.</summary>
    public bool IsProse { get; } = Kind != LeafKind.Heading
        && Text.Length >= ShortestProse
        && LinkChars < 0.5 * Text.Length
        && Text.AsSpan().ContainsAny(SentenceMarks);
}

/// <summary>A block-level element with the leaves inside it: <c>[FirstLeaf, EndLeaf)</c> of the page's leaves.</summary>
internal sealed class Box(Box? parent, AngleSharp.Dom.IElement element, int firstLeaf)
{
    public Box? Parent { get; } = parent;

    public AngleSharp.Dom.IElement Element { get; } = element;

    public int FirstLeaf { get; } = firstLeaf;

    public int EndLeaf { get; set; }

    /// <summary>Why the element is not the story, by its own markup.</summary>
    public string? OwnReason { get; set; } = Unwanted.Reason(element);

    /// <summary>Why it is not the story, by its own markup or that of an element around it, up to <paramref name="root"/>.</summary>
    public string? ReasonWithin(Box root)
    {
        for (var box = this; box is not null && box != root; box = box.Parent)
        {
            if (box.OwnReason is not null) return box.OwnReason;
        }

        return null;
    }

    public bool IsWithin(Box root)
    {
        for (var box = this; box is not null; box = box.Parent)
        {
            if (box == root) return true;
        }

        return false;
    }
}
