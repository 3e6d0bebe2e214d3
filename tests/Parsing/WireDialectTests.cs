using System.Text;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Parsing;

/// <summary>What agencies do differently from the standards they send in.</summary>
public sealed class WireDialectTests
{
    private static readonly ArticleParser Parser = new();

    [Theory]
    [InlineData("\u0001", "\u0002", "\u0003")]
    [InlineData("", "", "")]
    public void A_marked_7901_head_has_keywords_notes_headline_and_byline(string soh, string stx, string etx)
    {
        var article = ParseOne($"""
            {soh}nwa0003 3 i 380  nwa 0045

            {stx}Norrvik/harbour/labour/
            REFILE
            1ST LEAD
            Dockers of Norrvik go back to work after twelve days
            By Marta Lindqvist, nwa =

            Norrvik (dpa) - Dockers in Norrvik went back to work on Wednesday,
            their union announced.

            The port "was never closed for a whole day," its director said.

            # Notebook

            ## Note to editors
            - adds director in second paragraph

            * * * *
            The following information is not intended for publication
            - Editing by: Ana Costa

            dpa ml ac

            {etx}212322 GMT Nov 18
            """);
        Assert.Equal("Dockers of Norrvik go back to work after twelve days", article.Title);
        Assert.Equal(["Dockers in Norrvik went back to work on Wednesday, their union announced.", "The port \"was never closed for a whole day,\" its director said."], Body(article));
        Assert.Equal(["Marta Lindqvist"], article.Authors);
        Assert.Equal("2018-11-21T23:22:00+00:00", article.PublishedAt.Value);
    }

    [Fact]
    public void Nitf_inside_newsml_has_the_lines_and_the_date_of_the_newsml()
    {
        var article = ParseOne("""
            <?xml version="1.0" encoding="utf-8"?>
            <NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>northwire.example</ProviderId></NewsIdentifier><NameLabel>Norrvik-harbour</NameLabel></Identification>
            <NewsManagement><FirstCreated>20171220T134757+0000</FirstCreated></NewsManagement>
            <NewsComponent><NewsLines><DateLine>Norrvik, Dec 20, 2017 (AFP) -</DateLine><HeadLine/><ByLine>By Marta Lindqvist</ByLine></NewsLines>
            <AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
            <DescriptiveMetadata><Property FormalName="Keyword" Value="harbour"/></DescriptiveMetadata>
            <ContentItem><DataContent><nitf><body><body.content><p>    The port of Norrvik reopened on Wednesday, its director said. </p><p>ab/de/dl</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
            """);
        Assert.Equal("The port of Norrvik reopened on Wednesday, its director said.", article.Title);
        Assert.Equal("AFP", article.Publisher);
        Assert.Equal(["Marta Lindqvist"], article.Authors);
        Assert.Equal(["harbour"], article.Keywords);
        Assert.Equal("2017-12-20T13:47:57+00:00", article.PublishedAt.Value);
        Assert.Equal(["The port of Norrvik reopened on Wednesday, its director said."], Body(article));
        Assert.Contains(article.Blocks, b => b.Role == BlockRole.Dateline);
    }

    [Fact]
    public void A_telex_dialect_names_its_fields()
    {
        var article = ParseOne("""
            zczc
            AN#26945219
            PD#06 June 2016 14:00:00
            BY#Marta Lindqvist
            TI#Mill goes on with talks about its plant
            TX#
            The mill in Norrvik goes on with its talks, it said in a statement to the exchange on Monday, and hopes for an agreement before the summer.
            Claims have been raised with the client on both plants.
            """);
        Assert.Equal("Mill goes on with talks about its plant", article.Title);
        Assert.Equal(["Marta Lindqvist"], article.Authors);
        Assert.Equal("2016-06-06", article.PublishedAt.Value);
        Assert.Equal(2, Body(article).Count);
    }

    [Fact]
    public void A_mail_passed_on_leaves_its_header_out_of_the_story()
    {
        var article = ParseOne("""
            From: Per Lund <per@norrvikpost.example>
            To: desk@norrvikpost.example
            Subject: Fwd: Ferry terminal opens
            Date: Tue, 12 Mar 2024 09:00:00 +0100

            ---------- Forwarded message ---------
            From: Norrvik Harbour Trust <press@harbour.example>
            Date: Tue, 12 Mar 2024 08:00:00 +0100
            Subject: Ferry terminal opens
            To: Per Lund <per@norrvikpost.example>

            The harbour trust opened its second ferry terminal on Tuesday, two years after work began.

            On Mon, 11 Mar 2024 at 10:00, Per Lund <per@norrvikpost.example> wrote:
            > When does it open?
            """);
        Assert.Equal("Ferry terminal opens", article.Title);
        Assert.Equal(["The harbour trust opened its second ferry terminal on Tuesday, two years after work began."], Body(article));
    }

    [Fact]
    public void An_anpa_story_keeps_its_headings_and_gets_its_quotation_marks()
    {
        var article = ParseOne("""
            w2870-----
            f l BC-LT--Harbour     11-13 1049
            ^BC-LT--Norrvik-Harbour,466<
            ^Dockers go back to work after twelve days <
            ^AP Photo XNP101, XNP102<
            ^Eds: With AP Photos.<
            ^By MARTA LINDQVIST=
            ^Associated Press=
            	   NORRVIK (AP) _ Dockers went back to work on Wednesday _ without a deal. 
             
            	   ``We are tired,'' said one of them, who had 16{ hours of sleep in a week.
            ^THE NEXT STEP=
            	   The port opens at 6 a.m.

            	   AP-WF-11-13-13 1509GMT<
            """);
        Assert.Equal("Dockers go back to work after twelve days", article.Title);
        Assert.Equal(["Dockers went back to work on Wednesday — without a deal.", "“We are tired,” said one of them, who had 16½ hours of sleep in a week.", "THE NEXT STEP", "The port opens at 6 a.m."], Body(article));
        Assert.Equal("2013-11-13T15:09:00+00:00", article.PublishedAt.Value);
    }

    [Fact]
    public void A_7901_story_of_indented_lines_ends_its_head_with_a_plus()
    {
        var article = ParseOne("\u0016\u0016\u0001a0105NWAkoko-\nu s BC-Rowing-Cup   09-12 0344\n\u0002BC-Rowing-Cup\nRowing: Norrvik claim seventh cup by beating Eastmere+\n     NORRVIK, Dec. 9 Kyodo - Norrvik claimed their seventh cup \non Sunday after beating Eastmere.\n     \"We trained for that,\" the cox said.\n==Kyodo\n\u0003");
        Assert.Equal("Rowing: Norrvik claim seventh cup by beating Eastmere", article.Title);
        Assert.Equal("\"We trained for that,\" the cox said.", Body(article)[1]);
        Assert.Equal(2, Body(article).Count);
    }

    [Fact]
    public void Telex_copy_is_read_between_its_marks()
    {
        var article = ParseOne("   ZCZC NWA\n%MNETALL MFI\n$J\n:\n:Office of Statistics\n*X\nPersonal insolvencies rose 0.6% in the September quarter\n\nThe office released its figures today.\n\nNNNN\nnot part of it\n");
        Assert.Equal("Office of Statistics", article.Title);
        Assert.Equal(["Personal insolvencies rose 0.6% in the September quarter", "The office released its figures today."], Body(article));
    }

    [Fact]
    public void A_subheadline_is_no_part_of_the_story_and_a_headline_is_not_told_twice()
    {
        var article = ParseOne("""
            <nitf><head><title>Other</title></head><body><body.head><hedline><hl1>Harbour opens again</hl1><hl2>Harbour opens again</hl2><hl2>NORRVIK HARBOUR</hl2></hedline>
            <byline>By<person>Marta Lindqvist</person><byttl>Northwire</byttl></byline>
            <dateline><story.date norm="20170102T222800+0000">20170102T222800+0000</story.date></dateline></body.head>
            <body.content><hl2>Harbour opens again</hl2><p>   Ships were let in on Monday, and the <br/>harbour master of Norrvik, who has seen <br/>many a strike, was pleased.</p><p/>
            <p>ml/ac/xy</p><p>ends</p></body.content></body></nitf>
            """);
        Assert.Equal("Harbour opens again", article.Title);
        Assert.Equal(["Ships were let in on Monday, and the harbour master of Norrvik, who has seen many a strike, was pleased."], Body(article));
        Assert.Equal(["Marta Lindqvist"], article.Authors);
        Assert.DoesNotContain("20170102", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_nobody_knows_stands_in_its_line_and_a_pretty_printer_adds_no_spaces()
    {
        var article = ParseOne("""
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g1"><itemMeta><itemClass qcode="ninat:text"/><provider literal="NWA"/><versionCreated>2019-04-15T13:49:15</versionCreated>
            <link rel="irel:seeAlso" href="https://elsewhere.example/"/></itemMeta><contentMeta><headline>Harbour company hires</headline></contentMeta>
            <contentSet><inlineXML contenttype="xhtml/xml"><html><body><header><p class="genre">Extra</p><h1>Harbour company hires</h1></header>
            <p>The <Company>Norrvik Group</Company> hires
            <person>Ana Costa</person>
            , it said. &amp;quot;She knows the port,&amp;quot; its chair said.</p></body></html></inlineXML></contentSet></newsItem>
            """);
        Assert.Equal(["The Norrvik Group hires Ana Costa, it said. \"She knows the port,\" its chair said."], Body(article));
        Assert.Null(article.Url);
        Assert.Equal(["Extra"], article.Blocks.Where(b => b.Reason == "header").Select(b => b.Span.In(article.Text).ToString()));
    }

    [Fact]
    public void Lines_of_a_teleprinter_inside_one_paragraph_element_are_paragraphs()
    {
        var article = ParseOne("""
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="g1"><contentMeta><headline>HARBOUR-Ships wait</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>(Adds comments, detail)
                * Forty ships wait outside
                * Talks go on

                By Marta Lindqvist
                NORRVIK, Jan 30 (Reuters) - Forty ships waited outside Norrvik
            on Tuesday as talks about the pay of its dockers went on into a
            third week, the port said.
                "Nobody will starve of this, but many will lose money, and
            some will lose their patience," said its director, who was once
            a docker himself.
             (Reporting by Marta Lindqvist; Editing by Ana Costa)</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>
            """);
        Assert.Equal("Forty ships waited outside Norrvik on Tuesday as talks about the pay of its dockers went on into a third week, the port said.", Body(article).Single(p => p.StartsWith("Forty ships waited", StringComparison.Ordinal)));
        Assert.Equal(["Marta Lindqvist"], article.Authors);
    }

    [Fact]
    public void An_item_is_found_in_the_envelope_of_an_interface()
    {
        Assert.Equal("Ships wait", ParseOne("""{"api":"1.1","data":{"meta":{"products":[{"id":1,"name":"Wire"}]},"item":{"uri":"https://a.example/1","type":"text","headline":"Ships wait","body_html":"<p>Forty ships wait.</p>"}}}""").Title);
        Assert.Equal("Ships wait", ParseOne("""{"total":1,"item":[{"id":5,"uri":"https://a.example/1","headline":"Ships wait","body_text":"Forty ships wait."}]}""").Title);
    }

    [Fact]
    public void A_story_that_a_form_mails_as_json_is_read()
    {
        var article = ParseOne("From: desk@northwire.example\nTo: in@northwire.example\nSubject: Formatted story\nDate: Thu, 05 May 2016 04:11:45 +0000\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{\"Headline\":[\"Ships wait\"],\"Byline\":[\"Marta Lindqvist\"],\"Body\":[\"Forty ships wait.\\n\\nNobody knows why.\"]}\n");
        Assert.Equal("Ships wait", article.Title);
        Assert.Equal(["Forty ships wait.", "Nobody knows why."], Body(article));
        Assert.Equal("2016-05-05T04:11:45+00:00", article.PublishedAt.Value);
    }

    [Fact]
    public void Attachments_of_a_mail_are_articles_and_pictures_are_named()
    {
        var mail = "From: desk@northwire.example\nTo: in@northwire.example\nSubject: Two releases\nDate: Thu, 05 May 2016 04:11:45 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nPlease find the release on the harbour attached, the press office said.\n"
            + "--b\nContent-Type: text/html; name=harbour.html\nContent-Disposition: attachment; filename=harbour.html\n\n<html><body><h1>Harbour opens</h1><p>The harbour opened on Monday, its director said, and ships came in.</p></body></html>\n"
            + "--b\nContent-Type: application/x-thing; name=thing.bin\nContent-Disposition: attachment; filename=thing.bin\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String([0, 5, 6, 7, 14, 15, 255, 254]) + "\n"
            + "--b\nContent-Type: image/png; name=ship.png\nContent-Disposition: attachment; filename=ship.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n";
        var articles = Parser.Parse(new SourceFile("c", "m.eml", Encoding.UTF8.GetBytes(mail)));
        Assert.Equal([null, "harbour.html"], articles.Select(a => a.Source.ItemId));
        Assert.Equal("Harbour opens", articles[1].Title);
        var warning = Assert.Single(articles[0].Warnings);
        Assert.Contains("thing.bin (thing.bin in it is binary data", warning, StringComparison.Ordinal);
        Assert.Contains("ship.png", warning, StringComparison.Ordinal);
    }

    private static Article ParseOne(string content) => Assert.Single(Parser.Parse(new SourceFile("c", "file", Encoding.UTF8.GetBytes(content))));

    private static List<string> Body(Article article) => [.. article.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.In(article.Text).ToString())];
}
