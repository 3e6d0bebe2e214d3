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

    /// <summary>
    /// Segments the page with Docstrum (L. O'Gorman, "The document spectrum for page layout analysis", 1993) and orders the
    /// blocks by their geometry, column by column.
    /// </summary>
    /// <exception cref="ParseException">The file has had its time.</exception>
    public static PdfPage Read(PdfLetters page, ParseContext context)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(Apart(page.Letters)).ToList();
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
    private static List<Letter> Apart(IReadOnlyList<Letter> letters)
    {
        var places = new Dictionary<PdfPoint, int>(letters.Count);
        var apart = new List<Letter>(letters.Count);
        foreach (var letter in letters)
        {
            if (letter.TextOrientation != TextOrientation.Horizontal) continue;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(places, letter.StartBaseLine, out _);
            if (++count <= MostAtOnePlace) apart.Add(letter);
        }

        return apart;
    }

    private static PdfLine Line(UglyToad.PdfPig.DocumentLayoutAnalysis.TextLine line)
    {
        var sizes = line.Words.SelectMany(w => w.Letters).Select(l => l.PointSize).Order().ToList();
        var box = line.BoundingBox;
        return new PdfLine(line.Text, sizes.Count == 0 ? box.Height : sizes[sizes.Count / 2], box.Left, box.Right, box.Top, box.Bottom);
    }
}
