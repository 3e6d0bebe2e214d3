namespace NewsIngest.Parsing.Html;

/// <summary>Writes the leaves of the story into an article: what is prose, what is a caption, what only surrounds it.</summary>
internal static class StoryWriter
{
    private const double MostlyLink = 0.8;

    private const int LongestLink = 250;

    /// <summary>How much of the story must stand before a heading or a line may end it.</summary>
    private const double EarliestHeading = 0.15;

    private const double EarliestLine = 0.4;

    private const int LongestEndLine = 40;

    /// <summary>Longer cells are columns of a layout, not entries of a table.</summary>
    private const int LongestCell = 80;

    public static void Write(LeafReader page, Box root, ArticleComposer composer, string? title)
    {
        var story = new Range(page.Leaves, root);
        for (var i = root.FirstLeaf; i < root.EndLeaf; i++) WriteLeaf(page.Leaves[i], root, composer, title, story.Holds(i));
    }

    /// <summary>Writes a fragment that is all story.</summary>
    public static void WriteAll(LeafReader page, ArticleComposer composer, string? title)
    {
        var leaves = page.Leaves;
        for (var i = 0; i < leaves.Count; i++)
        {
            var row = RowLength(leaves, i);
            if (row > 1) composer.Paragraph(string.Join(" | ", leaves.Skip(i).Take(row).Select(leaf => leaf.Text.ReplaceLineEndings(" "))));
            else WriteLeaf(leaves[i], page.Boxes[0], composer, title, inStory: true);
            i += Math.Max(0, row - 1);
        }
    }

    /// <summary>How many leaves from the one given on are short cells of one row of a table, each with one paragraph.</summary>
    private static int RowLength(IReadOnlyList<Leaf> leaves, int first)
    {
        if (Row(leaves[first]) is not { } row || (first > 0 && Row(leaves[first - 1]) == row)) return 0;
        var end = first;
        for (; end < leaves.Count && Row(leaves[end]) == row; end++)
        {
            if (leaves[end].Text.Length > LongestCell || leaves[end].LinkShare > MostlyLink || (end > first && Cell(leaves[end]) == Cell(leaves[end - 1]))) return 0;
        }

        return end - first;
    }

    private static Box? Cell(Leaf leaf) => leaf.Box.Element.LocalName is "td" or "th" ? leaf.Box : leaf.Box.Parent is { Element.LocalName: "td" or "th" } cell ? cell : null;

    private static Box? Row(Leaf leaf) => Cell(leaf)?.Parent is { Element.LocalName: "tr" } row ? row : null;

    private static bool IsBody(Leaf leaf, Box root) => leaf.IsProse && leaf.Box.ReasonWithin(root) is null;

    private static void WriteLeaf(Leaf leaf, Box root, ArticleComposer composer, string? title, bool inStory)
    {
        var reason = leaf.Box.ReasonWithin(root);
        if (reason == "hidden" || leaf.Text.Length == 0) return;
        if (reason == "caption") composer.Caption(leaf.Text, "caption");
        else if (reason is not null) composer.Boilerplate(leaf.Text, reason);
        else if ((leaf.Kind == LeafKind.Heading || !composer.HasBody) && title is not null && Blocks.TitleRule.IsSame(leaf.Text, title)) return;
        else if (!inStory) WriteOutside(leaf, composer);
        else if (leaf.LinkShare > MostlyLink && leaf.Text.Length < LongestLink) composer.Boilerplate(leaf.Text, "related link");
        else composer.Paragraph(leaf.Text);
    }

    /// <summary>Before the first and behind the last sentence stand labels, bylines and links.</summary>
    private static void WriteOutside(Leaf leaf, ArticleComposer composer)
    {
        if (Blocks.BylineRule.IsByline(leaf.Text)) composer.Byline(leaf.Text);
        else if (Blocks.BylineRule.IsDateLine(leaf.Text)) composer.Dateline(leaf.Text);
        else composer.Boilerplate(leaf.Text, "page furniture");
    }

    /// <summary>
    /// The leaves of the story: from its first sentence to its last, with the lists and lines that stand beside them
    /// in the same element.
    /// </summary>
    private sealed class Range
    {
        private readonly int first;
        private int last;

        public Range(IReadOnlyList<Leaf> leaves, Box root)
        {
            first = root.FirstLeaf;
            while (first < root.EndLeaf && !IsBody(leaves[first], root)) first++;
            last = root.EndLeaf - 1;
            while (last > first && !IsBody(leaves[last], root)) last--;
            if (first >= root.EndLeaf) return;
            var head = leaves[first].Box;
            while (first > root.FirstLeaf && IsBeside(leaves[first - 1], head, root) && leaves[first - 1].Kind == LeafKind.ListItem) first--;
            var tail = leaves[last].Box;
            while (last + 1 < root.EndLeaf && IsBeside(leaves[last + 1], tail, root)) last++;
            CutAtEndHeading(leaves);
            while (last > first && leaves[last].Kind == LeafKind.Heading) last--;
        }

        public bool Holds(int leaf) => leaf >= first && leaf <= last;

        /// <summary>"Related stories" in the second half of the story, alone in its line, ends it.</summary>
        private void CutAtEndHeading(IReadOnlyList<Leaf> leaves)
        {
            var total = 0;
            for (var i = first; i <= last; i++) total += leaves[i].Text.Length;
            var before = 0;
            for (var i = first; i <= last; i++)
            {
                var leaf = leaves[i];
                var isHeading = leaf.Kind == LeafKind.Heading;
                if (before > (isHeading ? EarliestHeading : EarliestLine) * total && (isHeading || (leaf.Kind == LeafKind.Text && leaf.Text.Length < LongestEndLine)) && EndHeadings.IsOne(leaf.Text) && !GoesOn(leaves, i))
                {
                    last = i - 1;
                    return;
                }

                before += leaf.Text.Length;
            }
        }

        /// <summary>Whether prose behind the heading stands in the same element as prose before it, or in one of the same class: then the heading belongs to a box amid the story.</summary>
        private bool GoesOn(IReadOnlyList<Leaf> leaves, int heading)
        {
            var before = new HashSet<(Box?, string)>();
            for (var i = first; i < heading; i++)
            {
                if (leaves[i].IsProse) before.Add(Around(leaves[i]));
            }

            for (var i = heading + 1; i <= last; i++)
            {
                if (leaves[i].IsProse && before.Contains(Around(leaves[i]))) return true;
            }

            return false;
        }

        private static (Box?, string) Around(Leaf leaf)
        {
            var box = leaf.Box.Element.LocalName is "p" or "li" or "blockquote" ? leaf.Box.Parent ?? leaf.Box : leaf.Box;
            return string.IsNullOrEmpty(box.Element.ClassName) ? (box, "") : (null, box.Element.ClassName);
        }

        private static bool IsBeside(Leaf leaf, Box prose, Box root)
        {
            if (leaf.Box.ReasonWithin(root) is not null || leaf.LinkShare > 0.5) return false;
            return leaf.Box == prose || leaf.Box.Parent == prose.Parent || (leaf.Kind == LeafKind.ListItem && leaf.Box.Parent?.Parent == prose.Parent);
        }
    }
}
