namespace NewsIngest.Parsing.Html;

/// <summary>
/// Chooses the element that holds the story: the one whose prose outweighs the most what else stands in it, a tree form of
/// maximum subsequence segmentation (J. Pasternack and D. Roth, "Extracting article text from the web", WWW 2009).
/// </summary>
internal static class MainContent
{
    /// <summary>What a character of links and labels costs, in characters of prose.</summary>
    private const double NoiseCost = 0.6;

    /// <summary>Markup that says "here is the story" counts this much more.</summary>
    private const double NamedBonus = 1.25;

    /// <summary>Microdata says it outright.</summary>
    private const double ArticleBodyBonus = 2.5;

    /// <summary>An element that holds more than this share of the page's prose is the story, whatever its class says.</summary>
    private const double TooMuchToDrop = 0.5;

    /// <summary>The same for boxes that seldom hold long texts: banners, newsletter forms, hidden parts.</summary>
    private const double MuchToDrop = 0.3;

    /// <summary>So many pairs of a linked headline and a sentence are a list of other stories.</summary>
    private const int FewestTeasers = 3;

    /// <summary>The box of the story; null when the page holds no prose.</summary>
    public static Box? Find(LeafReader page)
    {
        var prose = new double[page.Leaves.Count + 1];
        for (var i = 0; i < page.Leaves.Count; i++) prose[i + 1] = prose[i] + (page.Leaves[i].IsProse ? page.Leaves[i].Text.Length : 0);
        var all = prose[^1];
        if (all == 0) return null;
        foreach (var box in page.Boxes) KeepStories(box, prose[box.EndLeaf] - prose[box.FirstLeaf], all);
        var gain = Gains(page);
        Box? best = null;
        var bestScore = 0.0;
        foreach (var box in page.Boxes)
        {
            var score = gain[box.EndLeaf] - gain[box.FirstLeaf];
            if (score * ArticleBodyBonus < bestScore) continue;
            score *= Bonus(box);
            if (score > bestScore || (score == bestScore && best is not null && box.IsWithin(best))) (best, bestScore) = (box, score);
        }

        return best;
    }

    private static double[] Gains(LeafReader page)
    {
        var gain = new double[page.Leaves.Count + 1];
        var root = page.Boxes[0];
        var teasers = Teasers(page);
        for (var i = 0; i < page.Leaves.Count; i++)
        {
            var leaf = page.Leaves[i];
            var value = leaf.Box.ReasonWithin(root) is not null ? 0
                : leaf.IsProse && !teasers.Contains(i) ? leaf.Text.Length - leaf.LinkChars
                : -NoiseCost * leaf.Text.Length;
            gain[i + 1] = gain[i] + value;
        }

        return gain;
    }

    /// <summary>The sentences under linked headlines, where a page lists other stories.</summary>
    private static HashSet<int> Teasers(LeafReader page)
    {
        var teasers = new HashSet<int>();
        for (var i = 1; i < page.Leaves.Count; i++)
        {
            if (!page.Leaves[i].IsProse || (i + 1 < page.Leaves.Count && page.Leaves[i + 1].IsProse)) continue;
            for (var back = i - 1; back >= 0 && back >= i - 3 && !page.Leaves[back].IsProse; back--)
            {
                if (page.Leaves[back] is { Kind: LeafKind.Heading, LinkShare: > 0.8 }) teasers.Add(i);
            }
        }

        return teasers.Count >= FewestTeasers ? teasers : [];
    }

    /// <summary>Class names lie at times: what holds much of the page's prose, or is said to be the article's body, is no side matter.</summary>
    private static void KeepStories(Box box, double prose, double all)
    {
        if (prose == 0) return;
        if (IsArticleBody(box) && !IsHidden(box))
        {
            for (var around = box; around is not null; around = around.Parent) around.OwnReason = null;
        }
        else if (box.OwnReason is not null && prose > (box.OwnReason is "related links" or "comments" or "hidden" ? TooMuchToDrop : MuchToDrop) * all)
        {
            box.OwnReason = null;
        }
    }

    private static bool IsArticleBody(Box box) => box.Element.GetAttribute("itemprop") is "articleBody";

    /// <summary>Microdata for machines repeats the story where no reader sees it.</summary>
    private static bool IsHidden(Box box)
    {
        for (var around = box; around is not null; around = around.Parent)
        {
            if (around.OwnReason == "hidden") return true;
        }

        return false;
    }

    private static double Bonus(Box box)
    {
        if (IsArticleBody(box)) return ArticleBodyBonus;
        return box.Element.LocalName == "article" || HasStoryName(box.Element.ClassName) || HasStoryName(box.Element.Id) ? NamedBonus : 1;
    }

    private static bool HasStoryName(string? names) => names is not null && (
        names.Contains("article-body", StringComparison.OrdinalIgnoreCase) || names.Contains("articlebody", StringComparison.OrdinalIgnoreCase)
        || names.Contains("article__body", StringComparison.OrdinalIgnoreCase) || names.Contains("article_body", StringComparison.OrdinalIgnoreCase)
        || names.Contains("article-content", StringComparison.OrdinalIgnoreCase) || names.Contains("article__content", StringComparison.OrdinalIgnoreCase)
        || names.Contains("story-body", StringComparison.OrdinalIgnoreCase) || names.Contains("storytext", StringComparison.OrdinalIgnoreCase)
        || names.Contains("entry-content", StringComparison.OrdinalIgnoreCase) || names.Contains("post-content", StringComparison.OrdinalIgnoreCase)
        || names.Contains("post-body", StringComparison.OrdinalIgnoreCase) || names.Contains("article-text", StringComparison.OrdinalIgnoreCase));
}
