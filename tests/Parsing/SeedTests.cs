using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Parsing;

/// <summary>Every seed, in every format, gives the articles that specs/parsing/seeds.txt lists.</summary>
public sealed class SeedTests
{
    private const int FewestPerFormat = 3;

    private static readonly ArticleParser Parser = new();

    public static TheoryData<string, string[]> Seeds =>
        [.. Tables.Read("seeds.txt", 8).GroupBy(row => row[0]).Select(g => new TheoryDataRow<string, string[]>(g.Key, [.. g.Select(row => string.Join(" | ", row[1..]))]))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_seed_gives_its_articles(string seed, string[] expected)
    {
        var articles = Parse(seed);
        Assert.Equal(expected, articles.Select(Line));
        Assert.All(articles, a => Assert.Equal(ArticleId.From("seeds", seed, a.Source.ItemId), a.Id));
        Assert.All(articles, a => Assert.All(Fields(a), field => Assert.Contains(field, a.Provenance.Keys)));
    }

    [Fact]
    public void Every_seed_is_listed() => Assert.Equal(
        Directory.EnumerateFiles(Repository.PathOf("seeds"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.PathOf("seeds"), f).Replace('\\', '/')).Order(StringComparer.Ordinal),
        Tables.Read("seeds.txt", 8).Select(row => row[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_format_has_three_seeds() => Assert.All(
        Tables.Read("seeds.txt", 8).Select(row => row[0]).Distinct().Where(seed => !seed.Contains("ninjs-3", StringComparison.Ordinal)).GroupBy(Kind),
        format => Assert.True(format.Count() >= FewestPerFormat, format.Key));

    /// <summary>The folder of a seed, and where one folder has several formats, which of them.</summary>
    private static string Kind(string seed) => Path.GetDirectoryName(seed) switch
    {
        "feeds" => Path.GetExtension(seed),
        "ninjs" => Path.GetFileNameWithoutExtension(seed)[^7..],
        "json" => seed.Contains("ninjs", StringComparison.Ordinal) ? "ninjs lines" : "article lines",
        "newsml-g2" => seed.Contains("package", StringComparison.Ordinal) || seed.Contains("message", StringComparison.Ordinal) ? "news message with a package" : "news item",
        "wire" => Path.GetExtension(seed),
        "archives" => Path.GetExtension(seed),
        var folder => folder!,
    };

    [Fact]
    public void The_same_story_in_two_formats_is_found_by_its_sketch()
    {
        var nitf = Assert.Single(Parse("nitf/hospital.xml")).Sketch!;
        var pdf = Assert.Single(Parse("pdf/hospital.pdf")).Sketch!;
        Assert.InRange(ArticleSketch.Similarity(nitf, pdf), 0.9, 1);
        Assert.InRange(ArticleSketch.Similarity(nitf, Assert.Single(Parse("nitf/glacier.xml")).Sketch!), 0, 0.1);
    }

    private static IReadOnlyList<Article> Parse(string seed) => Parser.Parse(new SourceFile("seeds", seed, File.ReadAllBytes(Repository.PathOf("seeds", seed))));

    private static string Line(Article article) => string.Join(
        " | ",
        article.Source.ItemId ?? "-",
        article.Language,
        article.PublishedAt.Value ?? "-",
        article.Publisher ?? "-",
        article.Authors.Count == 0 ? "-" : string.Join("; ", article.Authors),
        string.Concat(article.Blocks.Select(Letter)),
        article.Title);

    private static string Letter(Block block) => block.Role switch
    {
        BlockRole.Title => "T",
        BlockRole.Byline => "y",
        BlockRole.Dateline => "d",
        BlockRole.Body => "B",
        BlockRole.Caption => "c",
        _ => "x",
    };

    private static IEnumerable<string> Fields(Article article)
    {
        if (article.Title is not null) yield return "title";
        if (article.Authors.Count > 0) yield return "authors";
        if (article.Publisher is not null) yield return "publisher";
        if (article.PublishedAt.Basis != DateBasis.Unknown) yield return "publishedAt";
        if (article.Url is not null) yield return "url";
        if (article.Section is not null) yield return "section";
        if (article.Keywords.Count > 0) yield return "keywords";
        yield return "language";
    }
}
