using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Parsing.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace NewsIngest.Tests.Parsing;

public sealed class PdfTests
{
    private const string Header = "The Northern Post, weekend edition";

    private static readonly string[] Left =
    [
        "Rents in Norrvik rose by four per", "cent in May, the statistics office", "said on Monday. It was the seventh", "month of rising rents in a row, and", "the sharpest rise since the interna-",
        "tional comparison began, it said.",
    ];

    private static readonly string[] Right =
    [
        "The union of tenants called on the", "city to act. Its chair, Marta Lind", "said that many members had begun", "to look for work elsewhere because", "they could no longer pay their rent",
        "in the centre of the town.",
    ];

    [Fact]
    public void Columns_come_in_reading_order_hyphens_are_joined_and_headers_are_dropped()
    {
        var article = Assert.Single(new ArticleParser().Parse(new SourceFile("c", "a.pdf", TwoPages())));
        Assert.Equal("Rents rise again in Norrvik", article.Title);
        var body = string.Join('\n', article.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.In(article.Text).ToString()));
        Assert.Contains("since the international comparison began", body, StringComparison.Ordinal);
        Assert.InRange(body.IndexOf("comparison began", StringComparison.Ordinal), 0, body.IndexOf("union of tenants", StringComparison.Ordinal));
        Assert.DoesNotContain(Header, article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 2", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_of_too_many_pages_is_refused()
    {
        var parser = new ArticleParser(new NewsIngest.Parsing.ParsingOptions { MaxPdfPages = 1 });
        Assert.Contains("2 pages", Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", "a.pdf", TwoPages()))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_too_many_letters_or_too_much_to_draw_is_refused()
    {
        var letters = new ArticleParser(new NewsIngest.Parsing.ParsingOptions { MaxPdfPageLetters = 100 });
        Assert.Contains("100 letters", Assert.Throws<ParseException>(() => letters.Parse(new SourceFile("c", "a.pdf", TwoPages()))).Reason, StringComparison.Ordinal);
        var bytes = new ArticleParser(new NewsIngest.Parsing.ParsingOptions { MaxPdfPageBytes = 200 });
        Assert.Contains("200 bytes", Assert.Throws<ParseException>(() => bytes.Parse(new SourceFile("c", "a.pdf", TwoPages()))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_letters_of_a_page_are_those_that_the_library_finds()
    {
        var files = Directory.EnumerateFiles(House.Repository.PathOf("seeds"), "*.pdf", SearchOption.AllDirectories).Select(File.ReadAllBytes).Append(TwoPages()).ToList();
        Assert.InRange(files.Count, 4, int.MaxValue);
        foreach (var file in files)
        {
            var context = new ParseContext("a.pdf", new NewsIngest.Parsing.ParsingOptions(), TimeProvider.System);
            using var document = UglyToad.PdfPig.PdfDocument.Open(file, new UglyToad.PdfPig.ParsingOptions { FilterProvider = new BoundedFilters(context) });
            document.AddPageFactory<PdfLetters, PdfLetterFactory>();
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                var (theirs, ours) = (document.GetPage(number), document.GetPage<PdfLetters>(number));
                Assert.Equal(theirs.Height, ours.Height);
                Assert.NotEmpty(ours.Letters);
                Assert.Equal(theirs.Letters.Select(Described), ours.Letters.Select(Described));
            }
        }

        static string Described(Letter letter) => $"{letter.Value} {letter.BoundingBox} {letter.StartBaseLine} {letter.EndBaseLine} {letter.PointSize} {letter.TextSequence} {letter.TextOrientation}";
    }

    private static byte[] TwoPages()
    {
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.TimesRoman);
        for (var number = 1; number <= 2; number++)
        {
            var page = document.AddPage(PageSize.A4);
            page.AddText(Header, 11, new PdfPoint(60, 815), font);
            page.AddText($"Page {number}", 11, new PdfPoint(280, 25), font);
            if (number == 1) page.AddText("Rents rise again in Norrvik", 24, new PdfPoint(60, 740), font);
            AddColumn(page, number == 1 ? Left : [.. Left.Select(l => l.Replace("May", "June", StringComparison.Ordinal))], 60, font);
            AddColumn(page, Right, 320, font);
        }

        return document.Build();
    }

    private static void AddColumn(PdfPageBuilder page, string[] lines, double left, PdfDocumentBuilder.AddedFont font)
    {
        for (var i = 0; i < lines.Length; i++) page.AddText(lines[i], 11, new PdfPoint(left, 680 - 14 * i), font);
    }
}
