using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>Word documents (.docx), read with the Open XML SDK: the paragraphs of the text, tables included.</summary>
internal sealed class DocxFormat : IArticleFormat
{
    /// <summary>Most elements of a Word document only say how something looks.</summary>
    private const int ElementsForNode = 5;

    public string Name => "Word documents (.docx)";

    public bool MayHang => true;

    public bool Recognizes(FileContent file) => file.StartsWith("PK"u8) && OfficeFile.Has(file.Bytes, "word/document.xml");

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var draft = new ArticleDraft();
        var composer = new ArticleComposer(context);
        try
        {
            CheckParts(file, context);
            using var stream = FileContent.Open(file.Bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            Read(document, draft, composer, context);
        }
        catch (Exception e) when (e is not (ParseException or OutOfMemoryException))
        {
            // The SDK and System.IO.Packaging throw many kinds of exception on broken files.
            throw context.Refuse("it is a broken Word document", e);
        }

        if (!composer.HasBody) throw context.Refuse("the Word document holds no text");
        composer.ApplyTo(draft);
        yield return draft;
    }

    /// <summary>
    /// The SDK unpacks whatever a part holds, and reads elements inside elements by calling itself: a file of them would overflow the stack, which ends the
    /// process. So size and depth of every part are looked at first, whatever its name: any part may be called the document.
    /// </summary>
    private static void CheckParts(FileContent file, ParseContext context)
    {
        using var stream = FileContent.Open(file.Bytes);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var buffer = new byte[64 * 1024];
        var elements = 0;
        foreach (var entry in zip.Entries)
        {
            context.CountMember();
            using (var part = entry.Open())
            {
                for (int read; (read = part.Read(buffer)) > 0;) context.CountUnpacked(read);
            }

            using var again = entry.Open();
            elements += XmlFile.CheckDepth(again, context);
            if (elements > ElementsForNode * context.Options.MaxMarkupNodes)
                throw context.Refuse($"it has more than the {ElementsForNode * context.Options.MaxMarkupNodes} elements allowed in a Word document");
        }
    }

    private static void Read(WordprocessingDocument document, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var main = document.MainDocumentPart ?? throw context.Refuse("the Word document holds no text");
        var properties = document.PackageProperties;
        draft.SetTitle(properties.Title, "document title");
        var paragraphs = Paragraphs(main, context);
        var title = paragraphs.FindIndex(p => p.Style.StartsWith("Title", StringComparison.OrdinalIgnoreCase));
        if (title < 0 && paragraphs.Count > 1 && Blocks.TitleRule.ReadsLikeOne(paragraphs[0].Text.AsSpan().Trim())) title = 0;
        if (title >= 0)
        {
            draft.ReplaceTitle(paragraphs[title].Text, "title paragraph");
            composer.Title(draft.Title);
        }

        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i == title) continue;
            if (paragraphs[i].Style.StartsWith("Caption", StringComparison.OrdinalIgnoreCase)) composer.Caption(paragraphs[i].Text, "caption");
            else composer.Paragraph(paragraphs[i].Text);
        }

        draft.SetAuthors([properties.Creator ?? ""], "document creator");
        draft.SetKeywords((properties.Keywords ?? "").Split(',', ';'), "document keywords");
        draft.SetLanguage(properties.Language, "document language");
    }

    /// <summary>One after the other: all elements of a long document at once are several times its size.</summary>
    private static List<(string Style, string Text)> Paragraphs(MainDocumentPart main, ParseContext context)
    {
        var paragraphs = new List<(string, string)>();
        using var reader = OpenXmlReader.Create(main);
        var inBody = false;
        while (reader.Read())
        {
            inBody |= reader.ElementType == typeof(Body);
            if (!inBody || !reader.IsStartElement || reader.ElementType != typeof(Paragraph)) continue;
            var outer = (Paragraph)reader.LoadCurrentElement()!;
            foreach (var paragraph in outer.Descendants<Paragraph>().Prepend(outer))
            {
                var text = Text(paragraph);
                if (string.IsNullOrWhiteSpace(text)) continue;
                if (paragraphs.Count == context.Options.MaxMarkupNodes) throw context.Refuse($"it has more than the {context.Options.MaxMarkupNodes} paragraphs allowed");
                paragraphs.Add((paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", text));
            }

            context.CheckTime();
        }

        return paragraphs;
    }

    private static string Text(Paragraph paragraph)
    {
        var text = new System.Text.StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            switch (element)
            {
                case Text run:
                    text.Append(run.Text);
                    break;
                case TabChar:
                    text.Append(' ');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('\u2011');
                    break;
            }
        }

        return text.ToString();
    }
}
