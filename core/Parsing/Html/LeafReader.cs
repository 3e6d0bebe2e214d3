using System.Text;
using AngleSharp.Dom;

namespace NewsIngest.Parsing.Html;

/// <summary>Reads the leaves of a page in the order of the document: one for every run of text between two block boundaries.</summary>
internal sealed class LeafReader
{
    private const int LongEnoughToDrop = 400;

    private readonly StringBuilder text = new();
    private readonly List<Leaf> leaves = [];
    private readonly List<Box> boxes = [];
    private int linkChars;
    private bool keepsLines;

    /// <summary>All leaves of the page, whatever they are for.</summary>
    public IReadOnlyList<Leaf> Leaves => leaves;

    /// <summary>All block-level elements; the first is the one that was read.</summary>
    public IReadOnlyList<Box> Boxes => boxes;

    public static LeafReader Read(IElement root)
    {
        var reader = new LeafReader();
        reader.ReadBlock(root, null, LeafKind.Text, inLink: false);
        return reader;
    }

    private void ReadBlock(IElement element, Box? parent, LeafKind kind, bool inLink)
    {
        var box = new Box(parent, element, leaves.Count);
        boxes.Add(box);
        kind = KindOf(element, kind);
        var around = keepsLines;
        keepsLines |= element.LocalName == "pre";
        ReadChildren(element, box, kind, inLink);
        Flush(box, kind);
        keepsLines = around;
        box.EndLeaf = leaves.Count;
    }

    private void ReadChildren(INode node, Box box, LeafKind kind, bool inLink)
    {
        // By index: the next sibling of a node is found by searching its parent.
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child is IText { Data: var data } leaf)
            {
                Append(data, inLink);
                // What is read is not read again, and a long page is not to be in memory twice.
                if (data.Length > LongEnoughToDrop) leaf.Data = "";
            }
            else if (child is IElement element) ReadElement(element, box, kind, inLink);
        }
    }

    private void ReadElement(IElement element, Box box, LeafKind kind, bool inLink)
    {
        switch (Tags.KindOf(element.LocalName))
        {
            case TagKind.Ignored:
                break;
            case TagKind.Break:
                text.Append('\n');
                break;
            case TagKind.Inline when element.ClassList.Contains("dateline"):
                // The place and the agency in it may have elements of their own; the words tell that it is one.
                Append(element.TextContent, inLink);
                break;
            case TagKind.Inline:
                if (IsFieldBeside(element)) text.Append(' ');
                ReadInline(element, box, kind, inLink || element.LocalName == "a");
                break;
            default:
                Flush(box, kind);
                ReadBlock(element, box, kind, inLink || element.LocalName == "a");
                break;
        }
    }

    /// <summary>Fields that only a style sheet sets apart: a capitalized word in a span of its own class, right behind one of another class.</summary>
    private bool IsFieldBeside(IElement element) =>
        text.Length > 0 && char.IsLower(text[^1]) && element.ClassName is { Length: > 0 } name && element.PreviousSibling is IElement { ClassName: { Length: > 0 } before } && before != name
        && element.FirstChild is IText { Data: [var first, ..] } && char.IsUpper(first);

    private void ReadInline(IElement element, Box box, LeafKind kind, bool inLink)
    {
        switch (Unwanted.Reason(element))
        {
            case "hidden":
                break;
            case null or "advertisement" or "sharing":
                ReadChildren(element, box, kind, inLink);
                break;
            default:
                Flush(box, kind);
                ReadBlock(element, box, kind, inLink);
                break;
        }
    }

    private static LeafKind KindOf(IElement element, LeafKind around) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => LeafKind.Heading,
        "li" or "dd" or "dt" => LeafKind.ListItem,
        "blockquote" or "q" => LeafKind.Quote,
        "td" or "th" => LeafKind.Cell,
        "p" or "div" => around,
        _ => around == LeafKind.Heading ? LeafKind.Heading : around,
    };

    private void Append(ReadOnlySpan<char> data, bool inLink)
    {
        while (!data.IsEmpty)
        {
            var run = data.IndexOfAny(TextCleaner.NotPlain);
            if (run < 0) run = data.Length;
            text.Append(data[..run]);
            if (inLink) linkChars += run;
            if (run == data.Length) return;
            if (keepsLines && data[run] == '\n') text.Append('\n');
            else if (TextCleaner.IsSpace(data[run]) && text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
            data = data[(run + 1)..];
        }
    }

    /// <summary>Ends the paragraph; two line breaks in a row end one as well.</summary>
    private void Flush(Box box, LeafKind kind)
    {
        if (text.Length == 0) return;
        var all = TextCleaner.ReplaceLoneSurrogates(text.ToString());
        text.Clear();
        foreach (var part in all.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Markup that was escaped as text is none for the reader.
            if (part[0] != '<') leaves.Add(new Leaf(box, kind, part, Math.Min(linkChars, part.Length)));
        }

        linkChars = 0;
    }
}
