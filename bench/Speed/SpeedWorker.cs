using System.Diagnostics;
using System.Text.Json;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Entities;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tagging;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Speed;

/// <summary>The measured process: what a round of the others is in Node.js, here in .NET. Prints one JSON object.</summary>
internal static class SpeedWorker
{
    /// <summary>Analyses the texts of a JSON file once on so many threads, after passes for so many seconds, in which the runtime compiles what is hot.</summary>
    public static PassResult Pass(string file, int warmupSeconds, int threads)
    {
        var articles = Articles(file);
        var analyzer = NewAnalyzer();
        var warmupStarted = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(warmupStarted).TotalSeconds < warmupSeconds; i = (i + 1) % articles.Count) analyzer.Analyze(articles[i]);
        var analyses = new ArticleAnalysis[articles.Count];
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        if (threads == 1) for (var i = 0; i < analyses.Length; i++) analyses[i] = analyzer.Analyze(articles[i]);
        else Parallel.For(0, analyses.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => analyses[i] = analyzer.Analyze(articles[i]));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        return new PassResult(
            articles.Sum(a => (long)a.Text.Length),
            seconds,
            analyses.Sum(a => a.Claims.Count + a.Entities.Count),
            allocated,
            analyses.Sum(a => (long)JsonSerializer.SerializeToUtf8Bytes(a).Length),
            peak);
    }

    /// <summary>The first article of a fresh process.</summary>
    public static ColdResult Cold(string file)
    {
        var article = Articles(file)[0];
        var started = Stopwatch.GetTimestamp();
        _ = TaggerModel.Default;
        _ = ParserModel.Default;
        _ = NameModel.Default;
        _ = EntityLexicon.Default;
        _ = CueLexicon.Default;
        var load = Stopwatch.GetElapsedTime(started);
        var analysis = NewAnalyzer().Analyze(article);
        using var process = Process.GetCurrentProcess();
        var sinceStart = TimeProvider.System.GetLocalNow() - process.StartTime;
        return new ColdResult(sinceStart.TotalMilliseconds, load.TotalMilliseconds, article.Text.Length, analysis.Claims.Count);
    }

    private static ArticleAnalyzer NewAnalyzer() => new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());

    private static List<Article> Articles(string file) =>
        [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!.Select((text, i) => GivenText.ToArticle($"text-{i}", text))];
}

/// <summary>One timed pass; <paramref name="Found"/> counts what was found, bytes are those allocated, those of the results as JSON, and the most memory the process held.</summary>
internal sealed record PassResult(long Characters, double Seconds, long Found, long AllocatedBytes, long ResultBytes, long PeakBytes)
{
    public double CharactersPerSecond => Characters / Seconds;
}

/// <summary>Milliseconds from the start of the process to the first analysis, and of those the ones that went into models and lexicons.</summary>
internal sealed record ColdResult(double FirstArticleMs, double LoadMs, int Characters, int Claims);
