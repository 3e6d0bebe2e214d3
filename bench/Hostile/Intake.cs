using System.Text;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Hostile;

/// <summary>What became of a file: its articles, or the reason of the refusal.</summary>
internal sealed record IntakeResult(int Articles, int Claims, string? Refusal);

/// <summary>Takes a file in as the product does, without storage, and looks whether what comes out may be stored.</summary>
internal sealed class Intake(ParsingOptions? options = null)
{
    private readonly ArticleParser parser = new(options);
    private readonly ArticleAnalyzer analyzer = new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());

    /// <summary>Parses the file and extracts every article as if it were English.</summary>
    /// <exception cref="InvalidDataException">A refusal does not name the file and a reason, or an article could not be stored.</exception>
    public IntakeResult Take(HostileFile file)
    {
        IReadOnlyList<Article> articles;
        try
        {
            articles = parser.Parse(new SourceFile("articles", file.Name, file.Content));
        }
        catch (ParseException refusal)
        {
            if (refusal.File != file.Name || string.IsNullOrWhiteSpace(refusal.Reason) || !refusal.Message.Contains(file.Name, StringComparison.Ordinal))
                throw new InvalidDataException($"{file}: the refusal does not name file and reason: {refusal.Message}", refusal);
            return new IntakeResult(0, 0, refusal.Reason);
        }

        if (articles.Count == 0) throw new InvalidDataException($"{file}: neither an article nor a refusal");
        return new IntakeResult(articles.Count, articles.Sum(Extract), null);
    }

    /// <summary>Extracts a text as if it were English.</summary>
    /// <returns>The number of claims.</returns>
    public int Extract(string text) => Extract(AsArticle(text));

    /// <summary>The analysis checks its own evidence.</summary>
    /// <exception cref="EvidenceException">A span does not hold what is stored.</exception>
    public int Extract(Article article)
    {
        foreach (var block in article.Blocks)
        {
            if (block.Start < 0 || block.End > article.Text.Length || block.Start > block.End) throw new InvalidDataException($"{article.Id}: a block lies outside the text");
        }

        if (!IsWellFormed(article.Text)) throw new InvalidDataException($"{article.Id}: the text holds a lone surrogate or NUL");
        return analyzer.Analyze(article with { Language = "en" }).Claims.Count;
    }

    /// <summary>The text as the article of a plain text file.</summary>
    public Article AsArticle(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ArticleParser(new ParsingOptions { MaxBytes = int.MaxValue / 2, MaxTextLength = int.MaxValue }).Parse(new SourceFile("articles", "text.txt", bytes))[0];
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i])) return false;
            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i]))) return false;
        }

        return true;
    }
}
