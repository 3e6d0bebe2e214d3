using System.Text;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Parsing;

/// <summary>Files made to harm: each is refused with its reason, or read without what it asks for.</summary>
public sealed class HostileFileTests
{
    /// <summary>Sizes and counts are what stops these files: the time is for machines that do much else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly ArticleParser Parser = new(new ParsingOptions { MaxTime = Patience });

    [Fact]
    public void An_external_entity_is_never_read()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "the secret text");
            var xml = $"<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY x SYSTEM \"file://{secret}\">]><nitf><body><body.head><hedline><hl1>Title of it</hl1></hedline></body.head><body.content><p>Before &x; after.</p></body.content></body></nitf>";
            var article = Assert.Single(Parse("a.xml", xml));
            Assert.DoesNotContain("secret", article.Text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Entities_of_entities_are_not_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 39).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};\">"));
        var xml = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">{entities}]><rss version=\"2.0\"><channel><title>T</title><item><title>One</title><description>It laughs: &a39;.</description></item></channel></rss>";
        Assert.InRange(Assert.Single(Parse("a.rss", xml)).Text.Length, 1, 100);
    }

    [Theory]
    [InlineData("a.xml", "<nitf><body>", "<block>", "</block>", "</body></nitf>")]
    [InlineData("a.rss", "<rss><channel><item>", "<x>", "</x>", "</item></channel></rss>")]
    public void Deep_xml_is_refused(string name, string open, string nest, string unnest, string close)
    {
        var xml = open + Repeat(nest, 100_000) + Repeat(unnest, 100_000) + close;
        Assert.Contains("nested deeper", Refusal(name, xml), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_html_does_no_harm()
    {
        var html = "<html><body>" + Repeat("<div>", 200_000) + "<p>Rents rose by 4 percent in May, the statistics office said on Monday, and nobody was surprised.</p>";
        Assert.Contains("levels allowed", Refusal("a.html", html), StringComparison.Ordinal);
        var shallow = "<html><body>" + Repeat("<div>", 1_000) + "<p>Rents rose by 4 percent in May, the statistics office said on Monday, and nobody was surprised.</p>";
        Assert.Contains("Rents rose", Assert.Single(Parse("a.html", shallow)).Text, StringComparison.Ordinal);
        var wide = "<html><body>" + Repeat("<s>x</s>", 100_001);
        Assert.Contains("elements allowed", Refusal("a.html", wide), StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_with_a_million_attributes_does_no_harm()
    {
        var attributes = new StringBuilder();
        for (var i = 0; i < 200_000; i++) attributes.Append(" a").Append(i).Append("=1");
        var html = $"<html><body><div{attributes}><p>Rents rose by 4 percent in May, the statistics office said on Monday, and nobody was surprised.</p></div></body></html>";
        Assert.Contains("Rents rose", Assert.Single(Parse("a.html", html)).Text, StringComparison.Ordinal);
    }

    /// <summary>What is cut out of a page leaves it shorter, never longer: also of attributes that nothing stands between.</summary>
    [Fact]
    public void Attributes_that_nothing_stands_between_do_no_harm()
    {
        var page = "<html><body>" + Repeat("<div" + Repeat(" class=\"a\"id=\"b\"lang=\"en\"role=\"c\"name=\"d\"", 1) + ">", 100) + "<p id=''" + Repeat("id=''", 300_000) + ">Rents rose by 4 percent in May, the statistics office said on Monday, and nobody was surprised.</p>";
        Assert.Contains("Rents rose", Assert.Single(Parse("a.html", page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_json_is_refused() =>
        Assert.Contains("64 levels", Refusal("a.json", "{\"text\":" + Repeat("[", 100_000) + Repeat("]", 100_000) + "}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 1 0 R>> endobj trailer <</Root 1 0 R>>")]
    [InlineData("a.pdf", "%PDF-1.4\nnothing else")]
    public void A_broken_pdf_is_refused(string name, string content) => Assert.Contains("PDF", Refusal(name, content), StringComparison.Ordinal);

    [Fact]
    public void A_broken_word_document_is_refused()
    {
        var docx = Archives.Zip(("[Content_Types].xml", "<Types"u8.ToArray()), ("word/document.xml", "<w:document"u8.ToArray()));
        Assert.Contains("Word", Assert.Throws<ParseException>(() => Parser.Parse(new SourceFile("c", "a.docx", docx))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_xml_and_json_say_where()
    {
        Assert.Contains("line 2", Refusal("a.xml", "<nitf>\n<body></nitf>"), StringComparison.Ordinal);
        Assert.Contains("line 2", Refusal("a.json", "{\n\"text\": nonsense}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_ampersands_and_html_entities_in_xml_are_repaired()
    {
        var article = Assert.Single(Parse("a.rss", "<rss><channel><item><title>R&D caf&eacute; &amp; more</title><description>It was closed &mdash; for good, the owner said.</description></item></channel></rss>"));
        Assert.Equal("R&D café & more", article.Title);
        Assert.Contains("closed — for good", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&", "&")]
    [InlineData("&amp;", "&")]
    [InlineData("&nosuch;", "&nosuch;")]
    [InlineData("&eacute;", "é")]
    [InlineData("&#233;", "é")]
    public void References_are_repaired_wherever_a_piece_of_a_long_text_ends(string reference, string character)
    {
        for (var before = 4000; before < 4100; before++)
        {
            var xml = $"<nitf><body><body.content><p>{Repeat("a", before)}{reference}z & </p></body.content></body></nitf>";
            Assert.Contains($"a{character}z &", Assert.Single(Parse("a.xml", xml)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<p>", "x ", "</p>", "between its tags")]
    [InlineData("<p><![CDATA[", "x ", "]]></p>", "between its tags")]
    [InlineData("<p>R&D ", "x & ", "</p>", "between its tags")]
    [InlineData("<p>a</p>", " ", "<p>b</p>", "between its tags")]
    [InlineData("<p>", "x<!-- -->", "</p>", "comments cut a text")]
    [InlineData("<p", " a#=\"\"", ">x</p>", "2000 names")]
    [InlineData("<p", " a=\"\"", ">x</p>", "names allowed")]
    [InlineData("", "<p#/>", "", "names of elements")]
    public void Xml_that_a_library_would_keep_many_times_over_is_refused(string before, string part, string after, string reason)
    {
        var parser = new ArticleParser(new ParsingOptions { MaxHtmlLength = 2000, MaxTime = Patience });
        var parts = string.Concat(Enumerable.Range(0, 2100).Select(i => part.Replace("#", $"{i}", StringComparison.Ordinal)));
        var xml = $"<nitf><body><body.content>{before}{parts}{after}</body.content></body></nitf>";
        var refusal = Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", "a.xml", Encoding.UTF8.GetBytes(xml))));
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\"Rents rose in May.\",\"n\":[0", ",0", "]}")]
    [InlineData("{\"text\":\"Rents rose in May.\"", ",\"n\":{}", "}")]
    public void Json_of_too_many_tokens_is_refused(string before, string part, string after)
    {
        var parser = new ArticleParser(new ParsingOptions { MaxJsonTokens = 1000 });
        Assert.NotEmpty(parser.Parse(new SourceFile("c", "a.json", Encoding.UTF8.GetBytes(before + Repeat(part, 200) + after))));
        var refusal = Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", "a.json", Encoding.UTF8.GetBytes(before + Repeat(part, 1000) + after))));
        Assert.Contains("more than the 1000 names, values and brackets", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_limit_holds()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(20) };
        var parser = new ArticleParser(new ParsingOptions(), clock);
        var lines = string.Concat(Enumerable.Range(0, 50).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Rents rose in May.\"}}\n"));
        var refusal = Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", "a.jsonl", Encoding.UTF8.GetBytes(lines))));
        Assert.Contains("30 seconds", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_call_that_does_not_end_is_left_behind()
    {
        using var release = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var context = new ParseContext("a.pdf", new ParsingOptions { MaxTime = TimeSpan.FromMilliseconds(20) }, TimeProvider.System);
        var refusal = Assert.Throws<ParseException>(() => new TimeBound().Run(context, () =>
        {
            release.Wait();
            ended.Set();
            return 0;
        }));
        Assert.Contains("0 seconds a file may take", refusal.Reason, StringComparison.Ordinal);
        release.Set();
        ended.Wait(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void When_too_many_library_calls_do_not_end_no_more_are_begun_until_they_do()
    {
        using var release = new ManualResetEventSlim();
        var bound = new TimeBound();
        var context = new ParseContext("a.pdf", new ParsingOptions { MaxTime = TimeSpan.FromMinutes(5) }, TimeProvider.System);
        for (var i = 0; i < TimeBound.MostLeftBehind; i++)
        {
            Assert.Equal(i, bound.LeftBehind);
            Assert.Throws<ParseException>(() => bound.Run(new ParseContext("a.pdf", new ParsingOptions { MaxTime = TimeSpan.FromMilliseconds(20) }, TimeProvider.System), () =>
            {
                release.Wait();
                return 0;
            }));
        }

        Assert.Contains("replaced", Assert.Throws<ReadersBusyException>(() => bound.Run(context, () => 1)).Message, StringComparison.Ordinal);
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => bound.LeftBehind == 0, Patience));
        Assert.Equal(1, bound.Run(context, () => 1));
    }

    [Fact]
    public void What_a_library_call_throws_and_returns_comes_through()
    {
        var context = new ParseContext("a.pdf", new ParsingOptions(), TimeProvider.System);
        Assert.Equal(7, new TimeBound().Run(context, () => 7));
        Assert.Throws<FormatException>(() => new TimeBound().Run<int>(context, () => throw new FormatException()));
    }

    [Theory]
    [InlineData("a.json", "{\"id\":\"1\",\"text\":\"", "Rents rose in May. ", "\"}")]
    [InlineData("a.json", "[", "{\"a\":1},", "{\"text\":\"Rents rose in May.\"}]")]
    [InlineData("a.md", "# Rents\n\n", "[", "](")]
    [InlineData("a.md", "# Rents\n\n", "*a_ ", "\n")]
    [InlineData("a.md", "# Rents\n\n", "> ", "Rents rose in May.")]
    [InlineData("a.md", "# Rents\n\n", "<!--", "")]
    [InlineData("a.md", "# Rents\n\n", "[a]: b\n", "")]
    [InlineData("a.txt", "Rents\n\n", "(", "")]
    [InlineData("a.txt", "By ", "Jane Doe and ", "John Roe")]
    [InlineData("a.xml", "<nitf><body><body.content>", "<p>&amp;quot; &#39;</p>", "</body.content></body></nitf>")]
    [InlineData("a.eml", "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Thu, 05 May 2016 04:11:45 +0000\n", "X-A: b\n ", "c\n\nRents rose in May.")]
    [InlineData("a.html", "<html><body><p>Rents rose in May, the office said.</p>", "<b></i>", "")]
    [InlineData("a.html", "<html><head><meta name=keywords content='", "#,", "'></head><body><p>Rents rose in May, the office said.</p>")]
    [InlineData("a.json", "{\"text\":\"Rents rose in May.\",\"keywords\":\"", "#,", "\"}")]
    [InlineData("a.html", "<html><body><p>Rents rose in May, the office said.</p>", "<a href='", "")]
    public void A_long_row_of_one_thing_ends_in_time(string name, string before, string part, string after)
    {
        var parser = new ArticleParser(new ParsingOptions { MaxTime = Patience });
        var file = new SourceFile("c", name, Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Range(0, 200_000 / part.Length).Select(i => part.Replace("#", $"{i}", StringComparison.Ordinal))) + after));
        try
        {
            Assert.NotEmpty(parser.Parse(file));
        }
        catch (ParseException refusal)
        {
            Assert.DoesNotContain("seconds", refusal.Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.md", "# Rents\n\n")]
    [InlineData("a.html", "<html><body><p>")]
    [InlineData("a.xml", "<nitf><body><body.content><p>")]
    [InlineData("a.jsonl", "{\"text\":\"")]
    [InlineData("a.eml", "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Thu, 05 May 2016 04:11:45 +0000\n\n")]
    public void A_text_that_is_too_long_is_refused(string name, string before)
    {
        var after = name switch { "a.xml" => "</p></body.content></body></nitf>", "a.jsonl" => "\"}\n{\"text\":\"Rents rose.\"}", _ => "" };
        var parser = new ArticleParser(new ParsingOptions { MaxTextLength = 5000, MaxMarkdownLength = 5000 });
        Assert.NotEmpty(parser.Parse(new SourceFile("c", name, Encoding.UTF8.GetBytes(before + Repeat("Rents rose in May. ", 200) + after))));
        var refusal = Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", name, Encoding.UTF8.GetBytes(before + Repeat("Rents rose in May. ", 300) + after))));
        Assert.Contains("5,000 characters", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.html", "<html><body><p>Rents rose in May, the office said.</p>", "HTML has more than the 1,000")]
    [InlineData("a.md", "# Rents\n\n", "1,000 characters allowed in Markdown")]
    public void A_page_that_is_too_long_is_refused(string name, string before, string reason)
    {
        var parser = new ArticleParser(new ParsingOptions { MaxHtmlLength = 1000, MaxMarkdownLength = 1000 });
        var refusal = Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", name, Encoding.UTF8.GetBytes(before + Repeat("Rents rose in May. ", 100)))));
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_of_too_many_links_is_refused() => Assert.Contains("links allowed", Refusal("a.md", "# Rents\n\n" + Repeat("[a](", 5001)), StringComparison.Ordinal);

    [Fact]
    public void A_mail_of_too_many_parts_is_refused()
    {
        var mail = "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Thu, 05 May 2016 04:11:45 +0000\nContent-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\n\na\n", 5001) + "--b--";
        Assert.Contains("parts allowed", Refusal("a.eml", mail), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTF-7")]
    [InlineData("no-such-charset")]
    public void A_charset_that_cannot_be_had_does_no_harm(string charset)
    {
        byte[] xml = [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{charset}\"?><nitf><body><body.content><p>Rents rose in May, the caf"), 0xE9, .. " said.</p></body.content></body></nitf>"u8];
        Assert.Contains("café said", Assert.Single(Parser.Parse(new SourceFile("c", "a.xml", xml))).Text, StringComparison.Ordinal);
    }

    /// <summary>Lines are told apart by counting their distances, point by point.</summary>
    [Fact]
    public void Letters_far_off_a_page_are_left_out()
    {
        const string drawing = "BT /F 9 Tf 1 0 0 1 50 700 Tm (Rents rose in May, the office said.) Tj 1 0 0 1 50 1000000000 Tm (far up) Tj 1 0 0 1 900000000 650 Tm (far off) Tj ET";
        var pdf = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
            + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
            + $"4 0 obj <</Length {drawing.Length}>> stream\n{drawing}\nendstream endobj\n"
            + "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\ntrailer <</Root 1 0 R/Size 9>>\n%%EOF";
        var text = Assert.Single(Parse("a.pdf", pdf)).Text;
        Assert.Contains("Rents rose in May", text, StringComparison.Ordinal);
        Assert.DoesNotContain("far", text, StringComparison.Ordinal);
    }

    /// <summary>PdfPig makes an entry for each code of a range.</summary>
    [Theory]
    [InlineData("/W[0 2000000000 500]", "")]
    [InlineData("/W2[0 2000000000 500 1 2]", "")]
    [InlineData("", "1 beginbfrange <00000000> <7FFFFFFF> <00000041> endbfrange")]
    [InlineData("", "2 beginbfrange <0000> <FFFF> [<41> <42>] <00000000> <7FFFFFFF> <41> endbfrange")]
    public void A_font_of_billions_of_codes_is_refused(string widths, string map)
    {
        var pdf = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
            + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
            + "4 0 obj <</Length 22>> stream\nBT /F 9 Tf (ab) Tj ET \nendstream endobj\n"
            + "5 0 obj <</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>> endobj\n"
            + $"7 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>{widths}>> endobj\n"
            + $"8 0 obj <</Length {map.Length}>> stream\n{map}\nendstream endobj\ntrailer <</Root 1 0 R/Size 9>>\n%%EOF";
        Assert.Contains("more codes", Refusal("a.pdf", pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_articles_are_refused()
    {
        var parser = new ArticleParser(new ParsingOptions { MaxArticles = 10 });
        var lines = string.Concat(Enumerable.Range(0, 11).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Rents rose in May.\"}}\n"));
        Assert.Contains("10 articles", Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("c", "a.jsonl", Encoding.UTF8.GetBytes(lines)))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_changes_to_every_seed_never_crash()
    {
        var random = new Random(11);
        foreach (var seed in Directory.EnumerateFiles(House.Repository.PathOf("seeds"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            for (var run = 0; run < 12; run++)
            {
                var bytes = File.ReadAllBytes(seed);
                for (var change = 0; change < 1 + run; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                if (run % 3 == 0) bytes = bytes[..random.Next(1, bytes.Length)];
                try
                {
                    Assert.NotEmpty(Parser.Parse(new SourceFile("c", Path.GetFileName(seed), bytes)));
                }
                catch (ParseException refusal)
                {
                    Assert.NotEmpty(refusal.Reason);
                }
            }
        }
    }

    private static IReadOnlyList<Articles.Article> Parse(string name, string content) => Parser.Parse(new SourceFile("c", name, Encoding.UTF8.GetBytes(content)));

    private static string Refusal(string name, string content) =>
        Assert.Throws<ParseException>(() => Parser.Parse(new SourceFile("c", name, Encoding.UTF8.GetBytes(content)))).Reason;

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
