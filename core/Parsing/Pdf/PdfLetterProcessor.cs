using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Util;

namespace NewsIngest.Parsing.Pdf;

/// <summary>
/// Carries out what draws a page and keeps the letters as PdfPig's own page does, but neither lines nor pictures, of which a page can have millions.
/// Letters and time are counted on the way, so that a page made to keep it busy is refused in the middle.
/// </summary>
internal sealed class PdfLetterProcessor(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    UglyToad.PdfPig.ParsingOptions parsingOptions,
    ParseContext context)
    : BaseStreamProcessor<IReadOnlyList<Letter>>(pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
{
    /// <summary>Programs save the state a few times deep; each saved one is a copy of all of it.</summary>
    private const int MostSavedStates = 1000;

    private readonly List<Letter> letters = [];

    public override IReadOnlyList<Letter> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return letters;
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if ((i & 0xFF) == 0) context.CheckTime();
            operations[i].Run(this);
        }
    }

    public override void PushState()
    {
        if (StackSize > MostSavedStates) throw context.Refuse($"page {PageNumber} saves its state more than the {MostSavedStates} times allowed");
        base.PushState();
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if ((letters.Count & 0xFF) == 0) context.CheckTime();
        if (letters.Count >= context.Options.MaxPdfPageLetters)
            throw context.Refuse($"page {PageNumber} has more than the {context.Options.MaxPdfPageLetters} letters allowed on a page");
        if (currentOffset > 0 && Accented(unicode) is { } accented)
        {
            letters[^1] = accented;
            return;
        }

        var glyph = PerformantRectangleTransformer.Transform(renderingMatrix, textMatrix, transformationMatrix, characterBoundingBox.GlyphBounds);
        var advance = PerformantRectangleTransformer.Transform(renderingMatrix, textMatrix, transformationMatrix, new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
        var loose = PerformantRectangleTransformer.Transform(renderingMatrix, textMatrix, transformationMatrix, new PdfRectangle(0, font.GetDescent(), characterBoundingBox.Width, font.GetAscent()));
        var isSeen = glyph.Width > double.Epsilon || glyph.Height > double.Epsilon;
        letters.Add(new Letter(
            unicode, isSeen ? glyph : advance, loose, advance.BottomLeft, advance.BottomRight, advance.Width, fontSize, font,
            currentState.FontState.TextRenderingMode, currentState.CurrentStrokingColor, currentState.CurrentNonStrokingColor, pointSize, TextSequence));
    }

    /// <summary>The letter before with this accent, when the accent is drawn on it.</summary>
    private Letter? Accented(string unicode)
    {
        if (letters.Count == 0 || !Diacritics.IsInCombiningDiacriticRange(unicode)) return null;
        var before = letters[^1];
        if (before.TextSequence != TextSequence || before.GetFont() is not { } font || !Diacritics.TryCombineDiacriticWithPreviousLetter(unicode, before.Value, out var result)) return null;
        return new Letter(
            result, before.BoundingBox, before.GlyphRectangleLoose, before.StartBaseLine, before.EndBaseLine, before.Width, before.FontSize, font,
            before.RenderingMode, before.StrokeColor, before.FillColor, before.PointSize, before.TextSequence);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
