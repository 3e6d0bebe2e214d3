using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace NewsIngest.Parsing.Pdf;

/// <summary>Reads pages for their letters alone. Made by PdfPig, which hands over the options that the document was opened with.</summary>
internal sealed class PdfLetterFactory(
    IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser pageContentParser, UglyToad.PdfPig.ParsingOptions parsingOptions)
    : BasePageFactory<PdfLetters>(pdfScanner, new BoundedResources(resourceStore, pdfScanner, filterProvider, ContextOf(parsingOptions)), filterProvider, new BoundedContentParser(pageContentParser, ContextOf(parsingOptions)), parsingOptions)
{
    protected override PdfLetters ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var processor = new PdfLetterProcessor(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions, ContextOf(ParsingOptions));
        var seen = mediaBox.Bounds.Intersect(cropBox.Bounds) ?? mediaBox.Bounds;
        return new PdfLetters(rotation.SwapsAxis ? seen.Width : seen.Height, processor.Process(pageNumber, operations));
    }

    private static ParseContext ContextOf(UglyToad.PdfPig.ParsingOptions options) => ((BoundedFilters)options.FilterProvider!).Context;
}
