using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsIngest.Analysis;
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

/// <summary>The measured process: what a script of bench/peers is in Node.js, here in .NET. Prints JSON.</summary>
internal static class SpeedWorker
{
    /// <summary>The first argument of the process. It is looked at before the command line is built: a cold start is that of the product, not of its bench.</summary>
    public const string Name = "speed-worker";

    private const string ColdStart = "cold";

    /// <summary>Arguments for <see cref="Run"/>: texts read by one thread and, when more are asked for, by so many as well.</summary>
    public static string[] Pass(TimeSpan warmupLimit, int passes, int threads, params IEnumerable<TextFile> files) =>
        [Name, Text(warmupLimit.TotalSeconds), Text(passes), Text(threads), .. files.Select(file => file.Path)];

    /// <summary>Arguments for <see cref="Run"/>: the first article of a fresh process.</summary>
    public static string[] Cold(TextFile file) => [Name, ColdStart, file.Path];

    /// <summary>Runs what the arguments, without <see cref="Name"/>, say, and prints its result.</summary>
    public static void Run(string[] arguments)
    {
        object result = arguments is [ColdStart, var file]
            ? FirstArticle(file)
            : Passes(TimeSpan.FromSeconds(Number(arguments[0])), (int)Number(arguments[1]), (int)Number(arguments[2]), arguments[3..]);
        Console.WriteLine(JsonSerializer.Serialize(result, result.GetType(), SpeedJson.Options));
    }

    private static PassResult[] Passes(TimeSpan warmupLimit, int passes, int threads, string[] files)
    {
        var jobs = new List<SpeedJob>();
        foreach (var file in files)
        {
            var articles = TextFile.Read(file).Select((text, i) => GivenText.ToArticle($"text-{i}", text)).ToList();
            if (threads > 1) jobs.Add(new SpeedJob(NewAnalyzer(), articles, threads));
            jobs.Add(new SpeedJob(NewAnalyzer(), articles, 1));
        }

        var next = 0;
        var warmup = Warmup.Run(() => jobs[next++ % jobs.Count].Analyze(), warmupLimit);
        for (var pass = 0; pass < passes; pass++) jobs.ForEach(job => job.Measure());
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        return [.. jobs.Select(job => job.Result(warmup, peak))];
    }

    private static ColdResult FirstArticle(string file)
    {
        var started = Stopwatch.GetTimestamp();
        _ = TaggerModel.Default;
        _ = ParserModel.Default;
        _ = NameModel.Default;
        _ = EntityLexicon.Default;
        _ = CueLexicon.Default;
        var load = Stopwatch.GetElapsedTime(started);
        var article = GivenText.ToArticle("text", File.ReadAllText(file));
        var analysis = NewAnalyzer().Analyze(article);
        using var process = Process.GetCurrentProcess();
        var sinceStart = TimeProvider.System.GetLocalNow() - process.StartTime;
        return new ColdResult(sinceStart.TotalMilliseconds, load.TotalMilliseconds, article.Text.Length, analysis.Claims.Count);
    }

    private static ArticleAnalyzer NewAnalyzer() => new(new EnglishAnnotator(), new EntityRecognizer(), new ClaimExtractor());

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
