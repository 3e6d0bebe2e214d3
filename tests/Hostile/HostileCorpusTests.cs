using NewsIngest.Bench.Hostile;
using NewsIngest.Parsing;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Hostile;

/// <summary>Files made to harm, and generated ones: each becomes articles or a refusal that names file and reason. <c>bench hostile</c> and <c>bench fuzz</c> run more.</summary>
public sealed class HostileCorpusTests
{
    private const int FewestFiles = 200;
    private const int FuzzedOfEach = 25;
    private const int ShapeLength = 4000;

    /// <summary>Larger files are left to <c>bench hostile</c>.</summary>
    private const int LargestContent = 120_000;

    /// <summary>Made once: some take longer to make than to read.</summary>
    private static readonly Lazy<IReadOnlyList<HostileFile>> Files = new(() => [.. HostileFiles.All(Repository.PathOf("seeds"), seed: 1)
        .Where(file => file.Content.Length <= LargestContent && !file.Kind.StartsWith("text of", StringComparison.Ordinal))]);

    [Fact]
    public void Every_hostile_file_gives_articles_or_a_refusal_with_its_reason()
    {
        var intake = new Intake();
        int read = 0, refused = 0;
        foreach (var file in Files.Value)
        {
            if (intake.Take(file).Refusal is null) read++;
            else refused++;
        }

        Assert.True(read + refused >= FewestFiles, $"{read + refused} files");
        Assert.True(read >= FewestFiles / 2, $"only {read} files were read");
        Assert.True(refused >= FewestFiles / 4, $"only {refused} files were refused");
    }

    [Fact]
    public void Texts_of_one_thing_over_and_over_do_no_harm()
    {
        var intake = new Intake();
        Assert.All(TextShape.All, shape => intake.Take(new HostileFile(shape.Name, "shape.txt", shape.Of(ShapeLength))));
    }

    [Theory]
    [InlineData("and minister")]
    [InlineData("and spokeswoman said rents rose in May.")]
    [InlineData("and the minister and president said that and minister rents rose.")]
    public void A_text_that_begins_in_the_middle_of_a_phrase_does_no_harm(string text) => Assert.InRange(new Intake().Extract(text), 0, 5);

    [Fact]
    public void Claims_in_claims_are_bounded()
    {
        var intake = new Intake();
        var text = TextShape.All.Single(shape => shape.Name == "reports in reports").Of(20_000);
        var article = intake.AsArticle(text);
        var claims = new NewsIngest.Analysis.ArticleAnalyzer(new NewsIngest.Language.EnglishAnnotator(), new NewsIngest.Entities.EntityRecognizer(), new NewsIngest.Claims.ClaimExtractor()).Analyze(article with { Language = "en" }).Claims;
        Assert.NotEmpty(claims);
        Assert.InRange(claims.Sum(claim => claim.Content.Sum(span => span.Length)), text.Length, 16L * text.Length);
    }

    [Fact]
    public void Generated_files_of_every_format_and_generated_texts_do_no_harm()
    {
        var targets = FuzzTarget.All(Repository.PathOf("seeds"));
        foreach (var target in targets) target.Replay(FuzzedOfEach);

        Assert.True(targets.Count > 10);
        Assert.All(targets, target => Assert.Equal(FuzzedOfEach, target.Executions));
    }

    [Fact]
    public void Nothing_outside_a_file_is_read()
    {
        const string marker = "root:x:0:0";
        var parser = new ArticleParser();
        var asking = 0;
        foreach (var file in Files.Value.Where(file => file.Kind.Contains("extern", StringComparison.Ordinal) || file.Kind.Contains("included", StringComparison.Ordinal)))
        {
            asking++;
            try
            {
                Assert.All(parser.Parse(new SourceFile("articles", file.Name, file.Content)), article => Assert.DoesNotContain(marker, article.Text, StringComparison.Ordinal));
            }
            catch (ParseException refusal)
            {
                Assert.DoesNotContain(marker, refusal.Message, StringComparison.Ordinal);
            }
        }

        Assert.True(asking >= 10, $"{asking} files");
    }
}
