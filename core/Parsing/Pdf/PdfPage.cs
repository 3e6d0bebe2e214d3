using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace NewsIngest.Parsing.Pdf;

/// <summary>One line of a page: its text, the height of its letters, and where it stands (points, from the bottom left).</summary>
internal readonly record struct PdfLine(string Text, double Size, double Left, double Right, double Top, double Bottom);

/// <summary>The text blocks of a page in reading order; each block is a run of lines.</summary>
internal sealed record PdfPage(double Height, IReadOnlyList<IReadOnlyList<PdfLine>> Blocks)
{
    /// <summary>
    /// Segments the page with Docstrum (L. O'Gorman, "The document spectrum for page layout analysis", 1993) and orders the
    /// blocks by their geometry, column by column.
    /// </summary>
    public static PdfPage Read(Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters.Where(l => l.TextOrientation == TextOrientation.Horizontal).ToList()).ToList();
        if (words.Count == 0) return new PdfPage(page.Height, []);
        var segments = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        var ordered = new UnsupervisedReadingOrderDetector(10).Get(segments).OrderBy(b => b.ReadingOrder);
        return new PdfPage(page.Height, [.. ordered.Select(block => (IReadOnlyList<PdfLine>)[.. block.TextLines.Select(Line)])]);
    }

    private static PdfLine Line(UglyToad.PdfPig.DocumentLayoutAnalysis.TextLine line)
    {
        var sizes = line.Words.SelectMany(w => w.Letters).Select(l => l.PointSize).Order().ToList();
        var box = line.BoundingBox;
        return new PdfLine(line.Text, sizes.Count == 0 ? box.Height : sizes[sizes.Count / 2], box.Left, box.Right, box.Top, box.Bottom);
    }
}
