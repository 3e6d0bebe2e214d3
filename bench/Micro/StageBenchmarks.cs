using BenchmarkDotNet.Attributes;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Language;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;
using NewsIngest.Local;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Micro;

/// <summary>The stages an article goes through, one by one, on the longest English sample article and the largest sample page.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly EnglishAnnotator annotator = new();
    private readonly EntityRecognizer recognizer = new();
    private readonly ClaimExtractor extractor = new();
    private readonly ArticleParser parser = new();
    private readonly List<Token> buffer = [];
    private readonly ParseState state = new();
    private Article article = null!;
    private AnnotatedText text = null!;
    private ArticleEntities entities = null!;
    private SourceFile page = null!;
    private Token[] tokens = [];
    private uint[] forms = [];

    /// <summary>Reads the samples and loads the models.</summary>
    [GlobalSetup]
    public void Load()
    {
        var seeds = new DirectoryInfo(ProjectLayout.Find().Seeds);
        article = seeds.GetFiles("*.txt").SelectMany(Parse).Where(a => a.Language == "en").MaxBy(a => a.Text.Length)!;
        page = Source(new DirectoryInfo(Path.Combine(seeds.FullName, "html")).GetFiles("*.html").MaxBy(f => f.Length)!);
        text = annotator.Annotate(article.Text, article.Blocks);
        entities = recognizer.Recognize(article, text);
        tokens = text.Tokens.ToArray();
        forms = [.. tokens.Select(token => FormHash.Of(article.Text, token))];
    }

    /// <summary>Words and marks of the whole text.</summary>
    [Benchmark]
    public int Tokenizer()
    {
        buffer.Clear();
        Language.Tokens.Tokenizer.Tokenize(article.Text, 0, article.Text.Length, buffer);
        return buffer.Count;
    }

    /// <summary>Tags of words whose tokens stand.</summary>
    [Benchmark]
    public void Tagger() => TaggerModel.Default.Tag(article.Text, tokens, text.Sentences, forms);

    /// <summary>Trees of all sentences, when their tags stand.</summary>
    [Benchmark]
    public void Trees()
    {
        foreach (var (first, end, _) in text.Sentences)
        {
            state.Start(tokens.AsSpan(first..end), forms.AsSpan(first..end), ParserModel.Default.Vocabulary);
            ParserModel.Default.Parse(state);
        }
    }

    /// <summary>Names and who is meant by what.</summary>
    [Benchmark]
    public ArticleEntities Entities() => recognizer.Recognize(article, text);

    /// <summary>Claims of a text whose entities stand; sentences with a cue are parsed.</summary>
    [Benchmark]
    public IReadOnlyList<Claim> Claims() => extractor.Extract(article, annotator.Annotate(article.Text, article.Blocks), entities);

    /// <summary>A saved page to an article.</summary>
    [Benchmark]
    public IReadOnlyList<Article> Html() => parser.Parse(page);

    private IReadOnlyList<Article> Parse(FileInfo file) => parser.Parse(Source(file));

    private static SourceFile Source(FileInfo file) => new("bench", file.Name, File.ReadAllBytes(file.FullName));
}
