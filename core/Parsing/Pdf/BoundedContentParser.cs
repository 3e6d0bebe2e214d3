using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace NewsIngest.Parsing.Pdf;

/// <summary>
/// Looks at the size of what draws a page, or a form on it, before PdfPig makes operations of it. A form counts each time it is drawn: forms that draw forms are
/// what entities of entities are in XML.
/// </summary>
internal sealed class BoundedContentParser(IPageContentParser parser, ParseContext context) : IPageContentParser
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        if (inputBytes.Length > context.Options.MaxPdfPageBytes)
            throw context.Refuse($"page {pageNumber} is drawn by {ByteSize.Of(inputBytes.Length)}, more than the {ByteSize.Of(context.Options.MaxPdfPageBytes)} allowed");
        context.CountUnpacked((int)inputBytes.Length);
        return parser.Parse(pageNumber, inputBytes, log);
    }
}
