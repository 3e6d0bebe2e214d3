using System.Text;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>An analysis that holds what the text does not is refused, whoever made it.</summary>
public sealed class EvidenceLockTests
{
    private static readonly Article Article =
        new ArticleParser().Parse(new SourceFile("articles", "gate.txt", Encoding.UTF8.GetBytes("Gate shut\n\n“The gate is shut 😀,” guard Ina Moss said on Friday.\n")))[0];

    private static readonly ArticleAnalysis Analysis = new ArticleAnalyzer(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor()).Analyze(Article);

    public static TheoryData<string> Tampered => ["text", "content outside", "content reversed", "half a character", "speaker outside", "unknown entity", "no content"];

    [Fact]
    public void What_was_extracted_passes()
    {
        Assert.NotEmpty(Analysis.Claims);
        EvidenceLock.Check(Article, Analysis);
    }

    [Theory]
    [MemberData(nameof(Tampered))]
    public void What_was_changed_is_refused(string how)
    {
        var claim = Analysis.Claims[0];
        var smile = Article.Text.IndexOf("😀", StringComparison.Ordinal);
        var changed = how switch
        {
            "text" => claim with { Text = claim.Text + " never" },
            "content outside" => claim with { Content = [new TextSpan(0, Article.Text.Length + 1)] },
            "content reversed" => claim with { Content = [new TextSpan(5, 5)] },
            "half a character" => claim with { Content = [new TextSpan(smile + 1, smile + 3)] },
            "speaker outside" => claim with { Speaker = claim.Speaker! with { End = Article.Text.Length + 9 } },
            "unknown entity" => claim with { Speaker = claim.Speaker! with { EntityId = "person.nobody" } },
            _ => claim with { Content = [] },
        };

        Assert.Throws<EvidenceException>(() => EvidenceLock.Check(Article, Analysis with { Claims = [changed] }));
    }
}
