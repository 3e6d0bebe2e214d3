using System.IO.Compression;
using System.Text;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Parsing;

public sealed class ArticleParserTests
{
    private const string Story = "Rents rise again\n\nRents rose by 4 percent in May, the statistics office said on Monday.\n";

    private readonly ArticleParser parser = new();

    [Fact]
    public void The_seed_article_keeps_its_text_and_gets_title_language_and_an_inferred_day()
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("seeds", "russia-ukraine-talks-putin-scholz.txt"));
        var article = Assert.Single(parser.Parse(new SourceFile("articles", "seed.txt", bytes)));
        Assert.Equal(Encoding.UTF8.GetString(bytes), article.Text);
        Assert.Equal("Russia ready to continue talks to avoid war in Ukraine, says Vladimir Putin", article.Title);
        Assert.Equal("en", article.Language);
        Assert.Equal(("2022-02-15", DateBasis.Inferred), (article.PublishedAt.Value, article.PublishedAt.Basis));
        Assert.Equal("February 15, 2022", article.PublishedAt.Span!.Value.In(article.Text).ToString());
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("norrvik-dock-strike-wire.txt", "en", "2023-06-06", "Elin Brandt, Tomas Reyes", "Northwire")]
    [InlineData("lighthouse-keeper-interview.txt", "en", null, "Jonas Keller", null)]
    [InlineData("water-board-correction.txt", "en", "2023-09-18", "", null)]
    [InlineData("bridge-collapse-trial.txt", "en", null, "Nadia Ferreira", null)]
    [InlineData("hafenstreik-norrvik.txt", "de", "2023-06-06", "Jana Weber", "Nordwire")]
    [InlineData("cafe-prize-windows-1252.txt", "en", "2021-10-05", "Owen Marsh", null)]
    public void Plain_text_seeds_give_their_metadata(string seed, string language, string? day, string authors, string? publisher)
    {
        var article = ParseOne(seed, File.ReadAllBytes(Repository.PathOf("seeds", seed)));
        Assert.Equal((language, day, authors, publisher), (article.Language, article.PublishedAt.Value, string.Join(", ", article.Authors), article.Publisher));
    }

    [Fact]
    public void Windows_1252_is_read_as_such()
    {
        var article = ParseOne("a.txt", File.ReadAllBytes(Repository.PathOf("seeds", "cafe-prize-windows-1252.txt")));
        Assert.Equal("Castle Hill café owner “astonished” by prize", article.Title);
        Assert.Contains("the county’s prize for the best breakfast – four months", article.Text, StringComparison.Ordinal);
        Assert.Contains("£500", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Unicode_encodings_give_the_same_text(string charset, bool mark)
    {
        const string Text = Story + "“Everything”, said Zoë, “👍🏽 é”.\n";
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        Assert.Equal(Text, ParseOne("a.txt", bytes).Text);
    }

    [Theory]
    [InlineData("windows-1251", "Порт останется закрытым до конца забастовки, заявила в понедельник мэр города. Когда это будет, пока не ясно, но они уже говорят об этом.", "ru")]
    [InlineData("koi8-r", "Порт останется закрытым до конца забастовки, заявила в понедельник мэр города. Когда это будет, пока не ясно, но они уже говорят об этом.", "ru")]
    [InlineData("shift_jis", "市長は月曜日、ストライキが終わるまで港は閉鎖されたままだと述べた。いつになるかはまだわかっていない。", "ja")]
    [InlineData("gb18030", "市长星期一表示，港口将一直关闭到罢工结束，目前尚不清楚何时结束。他说，谈判仍在继续，双方都希望尽快达成协议。", "zh")]
    public void Other_charsets_are_detected(string charset, string text, string language)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var article = ParseOne("a.txt", Encoding.GetEncoding(charset).GetBytes(text));
        Assert.Equal((text, language), (article.Text, article.Language));
    }

    [Fact]
    public void Nul_and_lone_surrogates_are_replaced_one_for_one_and_said_so()
    {
        var nul = ParseOne("a.txt", Encoding.UTF8.GetBytes(Story.Replace("May", "M\0y", StringComparison.Ordinal)));
        Assert.Equal(Story.Replace("May", "M\uFFFDy", StringComparison.Ordinal), nul.Text);
        Assert.Contains(nul.Warnings, w => w.Contains("NUL", StringComparison.Ordinal));

        var broken = Story.Replace("May", "M\uD83Dy", StringComparison.Ordinal);
        var bytes = new byte[broken.Length * 2 + 2];
        (bytes[0], bytes[1]) = (0xFF, 0xFE);
        for (var i = 0; i < broken.Length; i++) BitConverter.TryWriteBytes(bytes.AsSpan(2 + 2 * i), broken[i]);
        Assert.Equal(Story.Replace("May", "M\uFFFDy", StringComparison.Ordinal), ParseOne("a.txt", bytes).Text);
    }

    [Fact]
    public void Refusals_name_the_file_the_reason_and_what_is_accepted()
    {
        AssertRefused([], "the file is empty");
        var random = new byte[10 * 1024 * 1024];
        new Random(1).NextBytes(random);
        AssertRefused(random, "binary data", "plain text (.txt)");
        AssertRefused([0xFF, 0xFE, .. random.AsSpan(0, 1000)], "binary data");
        AssertRefused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], "a PNG image", "accepted are");
        AssertRefused(Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\n"), "WARC");
        AssertRefused(Encoding.UTF8.GetBytes(" \n\n\t "), "no article text");
        AssertRefused(new byte[30 * 1024 * 1024], "30 MiB", "10 MiB");
    }

    [Fact]
    public void The_size_limit_is_configurable()
    {
        var bytes = Encoding.UTF8.GetBytes(Story);
        Assert.Throws<ParseException>(() => new ArticleParser(new ParsingOptions { MaxBytes = 50 }).Parse(new SourceFile("c", "a.txt", bytes)));
        Assert.Single(new ArticleParser(new ParsingOptions { MaxBytes = bytes.Length }).Parse(new SourceFile("c", "a.txt", bytes)));
    }

    [Fact]
    public void The_same_bytes_under_the_same_name_give_the_same_ids()
    {
        var one = ParseOne("news/ä b#?.txt", Encoding.UTF8.GetBytes(Story));
        var two = ParseOne("news/ä b#?.txt", Encoding.UTF8.GetBytes(Story));
        Assert.Equal((one.Id, one.Revision, one.Sketch), (two.Id, two.Revision, two.Sketch));
        Assert.NotEqual(one.Id, ParseOne("news/other.txt", Encoding.UTF8.GetBytes(Story)).Id);
    }

    [Fact]
    public void A_gzip_file_is_the_file_in_it()
    {
        var article = ParseOne("a.txt.gz", Archives.Gzip(Encoding.UTF8.GetBytes(Story)));
        Assert.Equal((Story, null), (article.Text, article.Source.ItemId));
    }

    [Fact]
    public void A_zip_gives_its_members_and_tells_which_it_skipped()
    {
        var zip = Archives.Zip(
            ("b/two.txt", Encoding.UTF8.GetBytes(Story + "More.")),
            ("a/one.txt", Encoding.UTF8.GetBytes(Story)),
            ("a/three.txt.gz", Archives.Gzip(Encoding.UTF8.GetBytes(Story + "Even more."))),
            ("picture.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0]),
            ("__MACOSX/._one.txt", [1, 2, 3]));
        var articles = parser.Parse(new SourceFile("c", "day.zip", zip));
        Assert.Equal(["a/one.txt", "a/three.txt.gz", "b/two.txt"], articles.Select(a => a.Source.ItemId));
        Assert.Equal(3, articles.Select(a => a.Id).Distinct().Count());
        Assert.Contains("picture.png", Assert.Single(articles[0].Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Archive_bombs_are_refused()
    {
        AssertRefused(Archives.Gzip(new byte[9_000_000]), "100 times");
        AssertRefused(Archives.Gzip(Archives.Noise(11 * 1024 * 1024)), "MiB");
        var nested = Encoding.UTF8.GetBytes(Story);
        for (var i = 0; i < 5; i++) nested = Archives.Gzip(nested);
        AssertRefused(nested, "nested deeper than the 3 levels");
        AssertRefused(Archives.Zip([.. Enumerable.Range(0, 1200).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(Story)))]), "1000 files");
        AssertRefused(Archives.Zip([.. Enumerable.Range(0, 8).Select(i => ($"{i}.bin", Archives.Noise(8 * 1024 * 1024 - 1)))], CompressionLevel.NoCompression), "allowed");
        AssertRefused([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8], "broken gzip");
        AssertRefused([.. "PK\x03\x04"u8, .. new byte[60]], "broken zip");
        AssertRefused(Archives.Zip(("only.png", [0x89, (byte)'P', (byte)'N', (byte)'G'])), "only.png", "PNG");
    }

    private Article ParseOne(string name, byte[] bytes) => Assert.Single(parser.Parse(new SourceFile("articles", name, bytes)));

    private void AssertRefused(byte[] bytes, params string[] reasons)
    {
        var refusal = Assert.Throws<ParseException>(() => parser.Parse(new SourceFile("articles", "some/file.bin", bytes)));
        Assert.StartsWith("some/file.bin: ", refusal.Message, StringComparison.Ordinal);
        foreach (var reason in reasons) Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
    }
}
