using System.Text;
using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Pdf;

/// <summary>Makes paragraphs of the lines of a PDF, and finds the headline by its size.</summary>
internal static partial class PdfStory
{
    /// <summary>Headers and footers stand in this share of the page at its top and bottom.</summary>
    private const double Margin = 0.1;

    /// <summary>The headline is this much larger than the text.</summary>
    private const double HeadlineRatio = 1.25;

    /// <summary>A line that ends this much before the right edge of its block ends a paragraph.</summary>
    private const double ShortLine = 0.88;

    /// <summary>Headers and footers are set smaller than the text.</summary>
    private const double SmallPrint = 0.85;

    private const double Indent = 0.6;

    public static void Write(List<PdfPage> pages, ArticleDraft draft, ArticleComposer composer)
    {
        var furniture = RunningLines(pages);
        var bodySize = BodySize(pages);
        var paragraphs = new List<(string Text, double Size)>();
        foreach (var page in pages)
        {
            foreach (var block in page.Blocks)
            {
                var lines = block.Where(line => !IsFurniture(line, page, furniture, bodySize)).ToList();
                if (lines.Count > 0) AddParagraphs(lines, paragraphs);
            }
        }

        var title = FindTitle(paragraphs, bodySize);
        if (title >= 0)
        {
            draft.ReplaceTitle(paragraphs[title].Text, "largest line");
            composer.Title(draft.Title);
        }

        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i != title) composer.Paragraph(paragraphs[i].Text);
        }
    }

    private static int FindTitle(List<(string Text, double Size)> paragraphs, double bodySize)
    {
        var largest = -1;
        for (var i = 0; i < Math.Min(paragraphs.Count, 12); i++)
        {
            if (paragraphs[i].Size >= HeadlineRatio * bodySize && paragraphs[i].Text.Length is > 8 and < 250 && (largest < 0 || paragraphs[i].Size > paragraphs[largest].Size + 0.1)) largest = i;
        }

        return largest;
    }

    private static double BodySize(List<PdfPage> pages) => pages
        .SelectMany(p => p.Blocks).SelectMany(b => b)
        .GroupBy(line => Math.Round(line.Size, 1))
        .OrderByDescending(g => g.Sum(line => line.Text.Length))
        .ThenBy(g => g.Key)
        .Select(g => g.Key)
        .FirstOrDefault();

    /// <summary>Lines in the margins that come back on other pages, numbers aside.</summary>
    private static HashSet<string> RunningLines(List<PdfPage> pages) => pages
        .SelectMany(page => page.Blocks.SelectMany(b => b).Where(line => InMargin(line, page)).Select(line => Shape(line.Text)).Distinct())
        .GroupBy(shape => shape, StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => g.Key)
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsFurniture(PdfLine line, PdfPage page, HashSet<string> furniture, double bodySize) =>
        InMargin(line, page) && (line.Size < SmallPrint * bodySize || PageNumber().IsMatch(line.Text.Trim()) || furniture.Contains(Shape(line.Text)));

    private static bool InMargin(PdfLine line, PdfPage page) => line.Bottom > (1 - Margin) * page.Height || line.Top < Margin * page.Height;

    private static string Shape(string text) => Digits().Replace(text.Trim(), "#");

    private static void AddParagraphs(List<PdfLine> lines, List<(string Text, double Size)> paragraphs)
    {
        var left = lines.Min(l => l.Left);
        var right = lines.Max(l => l.Right);
        var text = new StringBuilder();
        var size = 0.0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (text.Length > 0 && StartsParagraph(lines[i - 1], line, left, right)) Flush(text, size, paragraphs);
            if (text.Length == 0) size = line.Size;
            Join(text, line.Text.Trim());
        }

        Flush(text, size, paragraphs);
    }

    private static bool StartsParagraph(PdfLine before, PdfLine line, double left, double right)
    {
        if (Math.Abs(before.Size - line.Size) > 0.15 * before.Size) return true;
        if (before.Bottom - line.Top > 1.1 * line.Size) return true;
        if (line.Left - left > Indent * line.Size && before.Left - left < Indent * line.Size) return true;
        return before.Right - left < ShortLine * (right - left) && SentenceEnd().IsMatch(before.Text);
    }

    /// <summary>"inter-" + "national" is one word; "Anglo-" + "French" keeps its hyphen.</summary>
    private static void Join(StringBuilder text, string line)
    {
        if (text.Length > 1 && text[^1] is '-' or '\u00AD' or '\u2010' && char.IsLetter(text[^2]) && line.Length > 0 && char.IsLower(line[0]))
        {
            text.Length--;
        }
        else if (text.Length > 0 && !(text[^1] is '-' && text.Length > 1 && char.IsLetter(text[^2])))
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    /// <summary>A paragraph that runs over a column or a page goes on with a small letter.</summary>
    private static void Flush(StringBuilder text, double size, List<(string Text, double Size)> paragraphs)
    {
        var paragraph = text.ToString();
        text.Clear();
        if (string.IsNullOrWhiteSpace(paragraph)) return;
        if (paragraphs.Count > 0 && paragraphs[^1] is var (before, beforeSize) && Math.Abs(beforeSize - size) < 0.1 * size && !SentenceEnd().IsMatch(before) && char.IsLower(paragraph[0]))
        {
            var joined = new StringBuilder(before);
            Join(joined, paragraph);
            paragraphs[^1] = (joined.ToString(), beforeSize);
            return;
        }

        paragraphs.Add((paragraph, size));
    }

    [GeneratedRegex(@"^(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/|von)\s*\d{1,4})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[.!?:…][”""’')\]]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
