using System.Runtime.InteropServices;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace NewsIngest.Parsing.Pdf;

/// <summary>One line of a page: its text, the height of its letters, and where it stands (points, from the bottom left).</summary>
internal readonly record struct PdfLine(string Text, double Size, double Left, double Right, double Top, double Bottom);

/// <summary>The text blocks of a page in reading order; each block is a run of lines.</summary>
internal sealed record PdfPage(double Height, IReadOnlyList<IReadOnlyList<PdfLine>> Blocks)
{
    /// <summary>A letter, its accent, and both again for a bold face.</summary>
    private const int MostAtOnePlace = 4;

    /// <summary>The time to find blocks grows with the square of their number; a broadsheet has some 500.</summary>
    private const int MostLines = 3000;

    /// <summary>In points; ISO 32000-1, annex C allows 14,400.</summary>
    private const double LargestPage = 20_000;

    /// <summary>
    /// Segments the page with Docstrum (L. O'Gorman, "The document spectrum for page layout analysis", 1993) and orders the
    /// blocks by their geometry, column by column.
    /// </summary>
    /// <exception cref="ParseException">The file has had its time.</exception>
    public static PdfPage Read(PdfLetters page, ParseContext context)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(Apart(page.Letters, context)).ToList();
        context.CheckTime();
        if (words.Count == 0) return new PdfPage(page.Height, []);
        var segments = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        context.CheckTime();
        var ordered = new UnsupervisedReadingOrderDetector(10).Get(segments).OrderBy(b => b.ReadingOrder);
        return new PdfPage(page.Height, [.. ordered.Select(block => (IReadOnlyList<PdfLine>)[.. block.TextLines.Select(Line)])]);
    }

    /// <summary>
    /// The letters that a reader sees in lines. What finds words among them looks for the nearest of each, and all letters at one place are equally near: the time
    /// grows with the square of their number.
    /// </summary>
    private static List<Letter> Apart(IReadOnlyList<Letter> letters, ParseContext context)
    {
        var places = new Dictionary<PdfPoint, int>(letters.Count);
        var apart = new List<Letter>(letters.Count);
        var lines = new HashSet<int>();
        foreach (var letter in letters)
        {
            if (letter.TextOrientation != TextOrientation.Horizontal || !IsOnPaper(letter.BoundingBox)) continue;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(places, letter.StartBaseLine, out _);
            if (++count > MostAtOnePlace) continue;
            apart.Add(letter);
            if (lines.Add((int)letter.StartBaseLine.Y) && lines.Count > MostLines) throw context.Refuse($"a page in it has letters on more than the {MostLines} lines allowed");
        }

        return apart;
    }

    /// <summary>Whether it lies where a page can be: what tells lines apart counts distances point by point, and a number in a file can be any.</summary>
    private static bool IsOnPaper(PdfRectangle box) =>
        Math.Abs(box.Left) <= LargestPage && Math.Abs(box.Right) <= LargestPage && Math.Abs(box.Top) <= LargestPage && Math.Abs(box.Bottom) <= LargestPage;

    private static PdfLine Line(UglyToad.PdfPig.DocumentLayoutAnalysis.TextLine line)
    {
        var sizes = line.Words.SelectMany(w => w.Letters).Select(l => l.PointSize).Order().ToList();
        var box = line.BoundingBox;
        return new PdfLine(line.Text, sizes.Count == 0 ? box.Height : sizes[sizes.Count / 2], box.Left, box.Right, box.Top, box.Bottom);
    }
}
