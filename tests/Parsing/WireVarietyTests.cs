using System.Text;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Parsing;

/// <summary>Tables, flashes, escaped markup, wrong charsets and what gateways leave around wire files.</summary>
public sealed class WireVarietyTests
{
    private const string Story = "<p>The harbour of Norrvik opened again on Monday, its director said.</p><p>“We are glad,” she told reporters.</p>";

    private static readonly string[] StoryBody = ["The harbour of Norrvik opened again on Monday, its director said.", "“We are glad,” she told reporters."];

    private static readonly ArticleParser Parser = new();

    [Theory]
    [InlineData("<![CDATA[{0}]]>")]
    [InlineData("{1}")]
    [InlineData("{0}")]
    public void A_body_may_be_elements_or_escaped_html(string body) =>
        Assert.Equal(StoryBody, Body(ParseOne(Nitf(string.Format(System.Globalization.CultureInfo.InvariantCulture, body, Story, Story.Replace("<", "&lt;", StringComparison.Ordinal))))));

    [Fact]
    public void Escaped_tags_inside_a_paragraph_are_not_shown()
    {
        var article = ParseOne(Nitf("<p>The &lt;b&gt;harbour&lt;/b&gt; has 35&lt;endash&gt;-&lt;/endash&gt;40 berths, and 5 &lt; 6.</p><p>&lt;div id=\"x\"&gt;&lt;/div&gt;</p>"));
        Assert.Equal(["The harbour has 35-40 berths, and 5 < 6."], Body(article));
        Assert.Contains(article.Blocks, b => b.Reason == "markup");
    }

    [Fact]
    public void A_body_without_paragraph_elements_has_the_paragraphs_of_plain_text() =>
        Assert.Equal(["The harbour opened again.", "Its director was glad."], Body(ParseOne(Nitf("The harbour opened again.\n\nIts director was glad."))));

    [Fact]
    public void A_row_of_a_table_is_one_line_and_a_column_of_a_page_is_not()
    {
        const string Table = "<table><tr><th>Team</th><th>Points</th></tr><tr><td>Norrvik</td><td>15</td></tr></table><table><tr><td><p>One paragraph.</p><p>Another one.</p></td><td><p>A third.</p></td></tr></table>";
        string[] expected = ["Team | Points", "Norrvik | 15", "One paragraph.", "Another one.", "A third."];
        Assert.Equal(expected, Body(ParseOne(Nitf(Table))));
        Assert.Equal(expected, Body(ParseOne($$"""{"uri":"urn:x","headline":"Standings","body_html":"{{Table}}"}""")));
    }

    [Fact]
    public void Lines_set_in_columns_stay_lines()
    {
        var article = ParseOne(Nitf("<p>Results of the cup matches in the league of the coast, as sent by its office on Monday night:\nNorrvik             2 Sundby               0  \nEastmere            5 Port Edda            1  \nHalvik              1 Lund                 1  \n   Standings             P  W  D\n1  Norrvik              19 13 5</p>"));
        Assert.Contains("Norrvik 2 Sundby 0\nEastmere 5 Port Edda 1\nHalvik 1 Lund 1", article.Text, StringComparison.Ordinal);
        Assert.Contains("Standings P W D\n1 Norrvik 19 13 5", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_wire_copy_keeps_its_lines_and_a_sentence_does_not()
    {
        var article = ParseOne("ZCZC NWA\n:Harbour figures\nThe office of the harbour master of Norrvik counted these in the month:\n* forty ships\n* nine ferries.\nIt had counted more in the summer, when the ferries of the islands came\nin twice a day.\n\nNNNN\n");
        Assert.Contains("month:\n* forty ships\n* nine ferries.\nIt had", article.Text, StringComparison.Ordinal);
        Assert.Contains("came in twice a day.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glance_in_anpa_keeps_its_headings_and_rows()
    {
        var article = ParseOne("z9631-----\nr z BC-ROW--Standings     05-17 0820\n^BC-ROW--Standings,120<\n^Rowing Standings=\n^By The Associated Press=\n^COAST LEAGUE=\n^;W;L;Pct\nNorrvik;23;13;.639\nEastmere;24;14;.632\n^Sunday's Races=\n\t   Norrvik 7, Eastmere 5\n\n\t   AP-WF-05-17-16 0620GMT<\n");
        Assert.Equal("Rowing Standings", article.Title);
        Assert.Equal(["COAST LEAGUE", ";W;L;Pct", "Norrvik;23;13;.639\nEastmere;24;14;.632", "Sunday's Races", "Norrvik 7, Eastmere 5"], Body(article));
        Assert.Equal("AP", article.Publisher);
    }

    [Fact]
    public void An_anpa_message_of_headlines_alone_is_their_list()
    {
        var article = ParseOne("v4644-----\nr e AP-Top-Coast-Headlines     02-09 0121\n^*9006< ^AP-Top-Coast-Headlines,0176<\n^Top coast news at 11 p.m.<\n^Ex-pilot tells of storm\n^Harbour opens again\n\n\t   AP-WF-02-10-16 0423GMT<\n");
        Assert.Equal("Top coast news at 11 p.m.", article.Title);
        Assert.Equal(["Ex-pilot tells of storm", "Harbour opens again"], Body(article));
    }

    [Fact]
    public void A_story_without_headline_has_its_first_sentence_for_one_or_its_slug()
    {
        const string Head = "w1645-----\nb a BC-EU--Harbour-Alert     06-29 0358\n^BC-EU--Harbour Alert,17<\n\t   NORRVIK (AP) _ ";
        Assert.Equal("The harbour of Norrvik is open to U.S. ships again.", ParseOne(Head + "The harbour of Norrvik is open to U.S. ships again. They came in at once.\n").Title);
        Assert.Equal("Harbour Alert", ParseOne(Head + string.Concat(Enumerable.Repeat("The harbour is open and ", 20)) + "closed.\n").Title);
    }

    [Fact]
    public void A_telex_headline_may_stand_behind_the_sign_of_routing_when_the_usual_one_gives_the_place()
    {
        var article = ParseOne("ZCZC NWA\n%A\n#Harbour\n$Harbour opens after storm\n:(NORRVIK)\n*07000000\n@NOR\n~AM Service\nThe harbour of Norrvik opened again.\n\nNNNN");
        Assert.Equal("Harbour opens after storm", article.Title);
        Assert.Equal(["The harbour of Norrvik opened again."], Body(article));
    }

    [Theory]
    [InlineData("""<nitf><body><body.head><hedline><hl1>Harbour of Norrvik opens</hl1></hedline></body.head><body.content/></body></nitf>""")]
    [InlineData("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Harbour of Norrvik opens</headline></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml"/></contentSet></newsItem>""")]
    [InlineData("""<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Harbour of Norrvik opens</HeadLine></NewsLines><ContentItem><DataContent>Harbour of Norrvik opens</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>""")]
    [InlineData("""{"uri":"urn:x","type":"text","headline":"Harbour of Norrvik opens"}""")]
    public void A_flash_is_all_in_its_headline(string flash)
    {
        var article = ParseOne(flash);
        Assert.Equal("Harbour of Norrvik opens", article.Title);
        Assert.Empty(Body(article));
    }

    [Theory]
    [InlineData("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Harbour</headline></contentMeta></newsItem>""")]
    [InlineData("""<planningItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><title>Cover the harbour</title></itemMeta></planningItem>""")]
    [InlineData("""<results><result><id>1</id></result></results>""")]
    public void What_holds_no_story_is_refused(string content) =>
        Assert.Throws<ParseException>(() => Parser.Parse(new SourceFile("c", "file", Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void A_name_is_a_better_publisher_than_an_address()
    {
        Assert.Equal("Northwire", ParseOne("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="northwire.example"/></itemMeta><contentMeta><headline>Ships</headline><creditline>Northwire</creditline></contentMeta><contentSet><inlineXML><html><body><p>Ships came in.</p></body></html></inlineXML></contentSet></newsItem>""").Publisher);
        Assert.Equal("Northwire", ParseOne("""<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>www.northwire.example</ProviderId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Ships</HeadLine><CopyrightLine>(c) Northwire 2019</CopyrightLine></NewsLines><ContentItem><DataContent><p>Ships came in.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>""").Publisher);
    }

    [Fact]
    public void Authors_are_people_and_no_user_names()
    {
        var article = ParseOne("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta/><contentMeta><creator><name>lindqvist.marta</name></creator><creator><name>VRG</name></creator><creator><name>Ana Costa</name></creator><headline>Ships</headline></contentMeta><contentSet><inlineXML><html><body><p>Ships came in.</p></body></html></inlineXML></contentSet></newsItem>""");
        Assert.Equal(["Ana Costa"], article.Authors);
        Assert.Equal(["Marta Lindqvist", "Ivo Press"], ParseOne(Nitf(Story, "<byline><person>Marta Lindqvist and Ivo Press</person><byttl>Northwire</byttl></byline>")).Authors);
    }

    [Fact]
    public void A_dateline_of_its_own_class_is_apart_from_the_story()
    {
        var article = ParseOne("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta/><contentMeta><headline>Ships</headline></contentMeta><contentSet><inlineXML><html><body><p><span class="dateline">NORRVIK <span class="credit">(AP)</span></span>Ships came in on Monday.</p></body></html></inlineXML></contentSet></newsItem>""");
        Assert.Equal(["Ships came in on Monday."], Body(article));
        Assert.Equal("NORRVIK (AP)", article.Blocks.Single(b => b.Role == BlockRole.Dateline).Span.In(article.Text).ToString());
    }

    [Theory]
    [InlineData("\n\n  ", "")]
    [InlineData("", "\n\u001A sent 12:00")]
    public void What_a_gateway_leaves_around_xml_is_no_part_of_it(string before, string after) => Assert.Equal(StoryBody, Body(ParseOne(before + Nitf(Story) + after)));

    [Fact]
    public void A_mail_with_blank_lines_before_its_header_and_a_wrong_charset_is_read()
    {
        const string Mail = "    \nFrom: desk@northwire.example\nTo: in@northwire.example\nSubject: Harbour\nDate: Thu, 05 May 2016 04:11:45 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\nThe harbour=92s gates are open again, its director said.\n";
        Assert.Equal(["The harbour’s gates are open again, its director said."], Body(ParseOne(Mail)));
    }

    [Fact]
    public void Fields_that_only_a_style_sheet_sets_apart_are_apart() =>
        Assert.Contains("Harbour Northwire", ParseOne("""{"uri":"urn:x","headline":"Ships","body_html":"<div><span class=\"slug\">Harbour</span><span class=\"source\">Northwire</span></div><p>Ships came in on Monday.</p>"}""").Text, StringComparison.Ordinal);

    [Fact]
    public void A_picture_beside_a_newsml_story_is_no_story_and_alone_gives_its_caption()
    {
        const string Text = "<NewsComponent><Role FormalName='Text'/><NewsLines><HeadLine>Harbour opens</HeadLine></NewsLines><NewsComponent><Role FormalName='Title'/><ContentItem><DataContent>Harbour opens</DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName='Body'/><ContentItem><DataContent>Ships came in.</DataContent></ContentItem></NewsComponent></NewsComponent>";
        const string Picture = "<NewsComponent><Role FormalName='Picture'/><NewsLines><HeadLine>Ships</HeadLine></NewsLines><NewsComponent><Role FormalName='Caption'/><ContentItem><DataContent>Ships before Norrvik.</DataContent></ContentItem></NewsComponent></NewsComponent>";
        Assert.Equal(["Ships came in."], Body(ParseOne($"<NewsML><NewsItem><NewsComponent>{Text}{Picture}</NewsComponent></NewsItem></NewsML>")));
        var alone = ParseOne($"<NewsML><NewsItem><NewsComponent>{Picture}</NewsComponent></NewsItem></NewsML>");
        Assert.Equal("Ships before Norrvik.", alone.Blocks.Single(b => b.Role == BlockRole.Caption).Span.In(alone.Text).ToString());
    }

    [Fact]
    public void A_second_headline_of_an_item_is_its_subheadline_in_the_text_too()
    {
        var article = ParseOne("""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline role="x:title">Ships</headline><headline role="x:sub">Many of them</headline></contentMeta><contentSet><inlineXML><html><body><h1>Ships</h1><h2>Many of them</h2><p>Ships came in.</p></body></html></inlineXML></contentSet></newsItem>""");
        Assert.Equal(["Ships came in."], Body(article));
        Assert.Contains(article.Blocks, b => b.Reason == "subheadline");
    }

    [Fact]
    public void An_export_of_a_blog_has_posts_with_paragraphs_and_no_shortcodes()
    {
        var article = ParseOne("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Norrvik</title>
            <item><title>Ships</title><content:encoded><![CDATA[[dropcap]S[/dropcap]hips came in.

            [gallery ids="1,2"]They waited.]]></content:encoded><wp:post_type>post</wp:post_type></item>
            <item><title>ship.jpg</title><content:encoded/><wp:post_type>attachment</wp:post_type></item></channel></rss>
            """);
        Assert.Equal(["Ships came in.", "They waited."], Body(article));
    }

    [Fact]
    public void A_release_mailed_on_as_html_leaves_header_and_signature_out_and_its_kind_out_of_the_title()
    {
        const string Mail = "From: per@norrvikpost.example\nTo: desk@norrvikpost.example\nSubject: Fwd: PRESS RELEASE: Harbour opens\nDate: Tue, 12 Mar 2024 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
            + "<html><body><div>---------- Forwarded message ---------<br>From: Harbour Trust &lt;press@harbour.example&gt;<br>Date: Tue, 12 Mar 2024<br>Subject: Harbour opens<br></div><p>The trust opened its second terminal on Tuesday.</p><div>--<br>Per Lund<br>Editor</div></body></html>\n";
        var article = ParseOne(Mail);
        Assert.Equal("Harbour opens", article.Title);
        Assert.Equal(["The trust opened its second terminal on Tuesday."], Body(article));
    }

    [Fact]
    public void A_subject_keeps_the_comma_in_its_name() =>
        Assert.Equal(["arts, culture and entertainment"], ParseOne("""{"uri":"urn:x","headline":"Ships","body_text":"Ships came in.","subject":[{"code":"1","name":"arts, culture and entertainment"}]}""").Keywords);

    [Theory]
    [InlineData("<nitf baselang=\"en-US\"><body>")]
    [InlineData("<nitf xml:lang=\"en\" baselang=\"de\"><body>")]
    [InlineData("<nitf baselang=\"de\"><body xml:lang=\"en\">")]
    public void A_text_too_short_to_tell_has_the_language_of_its_nitf(string root) =>
        Assert.Equal("en", ParseOne(Nitf("<p>Test body.</p>").Replace("<nitf><body>", root, StringComparison.Ordinal)).Language);

    private static string Nitf(string body, string byline = "") => $"<?xml version=\"1.0\"?><nitf><body><body.head><hedline><hl1>Harbour of Norrvik opens</hl1></hedline>{byline}</body.head><body.content>{body}</body.content></body></nitf>";

    private static Article ParseOne(string content) => Assert.Single(Parser.Parse(new SourceFile("c", "file", Encoding.UTF8.GetBytes(content))));

    private static List<string> Body(Article article) => [.. article.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.In(article.Text).ToString())];
}
