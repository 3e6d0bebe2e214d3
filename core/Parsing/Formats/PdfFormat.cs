using System.Runtime.InteropServices;
using NewsIngest.Parsing.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace NewsIngest.Parsing.Formats;

/// <summary>PDF with a text layer, read with PdfPig: columns in reading order, hyphens joined, headers and page numbers dropped.</summary>
internal sealed class PdfFormat : IArticleFormat
{
    private const int HeadBytes = 1024;

    public string Name => "PDF with a text layer (.pdf)";

    public bool MayHang => true;

    public bool Recognizes(FileContent file) => file.Bytes.Span[..Math.Min(file.Bytes.Length, HeadBytes)].IndexOf("%PDF-"u8) >= 0;

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var draft = new ArticleDraft();
        var composer = new ArticleComposer(context);
        var pages = ReadPages(file, draft, context);
        PdfStory.Write(pages, draft, composer);
        if (!composer.HasBody) throw context.Refuse("the PDF has no text layer: it may be a scan, which needs OCR first");
        composer.ApplyTo(draft);
        yield return draft;
    }

    private static List<PdfPage> ReadPages(FileContent file, ArticleDraft draft, ParseContext context)
    {
        try
        {
            using var document = PdfDocument.Open(ArrayOf(file.Bytes), new UglyToad.PdfPig.ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(context) });
            if (document.NumberOfPages > context.Options.MaxPdfPages)
                throw context.Refuse($"it has {document.NumberOfPages} pages, more than the {context.Options.MaxPdfPages} allowed");
            document.AddPageFactory<PdfLetters, PdfLetterFactory>();
            draft.SetTitle(UsableTitle(document.Information.Title), "pdf title");
            draft.SetAuthors([document.Information.Author ?? ""], "pdf author");
            draft.SetKeywords((document.Information.Keywords ?? "").Split(',', ';'), "pdf keywords");
            var pages = new List<PdfPage>();
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                context.CheckTime();
                pages.Add(PdfPage.Read(document.GetPage<PdfLetters>(number), context));
            }

            return pages;
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw context.Refuse("the PDF is encrypted; drop it without a password", e);
        }
        catch (Exception e) when (e is not (ParseException or OutOfMemoryException))
        {
            // PdfPig throws many kinds of exception on broken files, down to IndexOutOfRangeException.
            throw context.Refuse($"it is a broken PDF ({e.Message})", e);
        }
    }

    /// <summary>The bytes without a copy where they are a whole array.</summary>
    private static byte[] ArrayOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : bytes.ToArray();

    /// <summary>Programs put their file name there.</summary>
    private static string? UsableTitle(string? title) =>
        title is null || title.Contains(".doc", StringComparison.OrdinalIgnoreCase) || title.Contains(".indd", StringComparison.OrdinalIgnoreCase)
        || title.Contains("untitled", StringComparison.OrdinalIgnoreCase) || title.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase) ? null : title;
}
