using System.Diagnostics;
using NewsIngest.Articles;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Parse;

/// <summary>What one extractor found in all pages, and the sum over the pages of the median time each took.</summary>
internal sealed record Extraction(string Name, double Seconds, IReadOnlyDictionary<string, string> Texts)
{
    public double PagesPerSecond => Seconds == 0 ? 0 : Texts.Count / Seconds;
}

/// <summary>An extractor that goes over all pages, round by round, in turn with another: what else the machine does meets both.</summary>
internal interface IExtractor
{
    /// <summary>Extracts every page once; the seconds each took.</summary>
    double[] Round();

    Extraction Result(IReadOnlyList<double[]> rounds);
}

/// <summary>NewsIngest, from the bytes of a file to the article.</summary>
internal sealed class NewsIngestExtractor(IReadOnlyList<Page> pages) : IExtractor
{
    private readonly ArticleParser parser = new();
    private readonly List<SourceFile> files = [.. pages.Select(p => new SourceFile("bench", p.Id + ".html", File.ReadAllBytes(p.File)))];
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public double[] Round()
    {
        var seconds = new double[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var text = Text(files[i]);
            seconds[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            texts[pages[i].Id] = text;
        }

        return seconds;
    }

    public Extraction Result(IReadOnlyList<double[]> rounds) => new("NewsIngest", Medians.Sum(rounds), texts);

    private string Text(SourceFile file)
    {
        try
        {
            var article = parser.Parse(file)[0];
            return string.Join("\n\n", article.Blocks.Where(b => b.Role is BlockRole.Body or BlockRole.Dateline).Select(b => b.Span.In(article.Text).ToString()));
        }
        catch (ParseException)
        {
            return "";
        }
    }
}

/// <summary>Sums up rounds.</summary>
internal static class Medians
{
    /// <summary>The sum over the pages of the median time that each took.</summary>
    public static double Sum(IReadOnlyList<double[]> rounds) => Enumerable.Range(0, rounds[0].Length).Sum(page =>
    {
        var times = rounds.Select(round => round[page]).Order().ToList();
        return times[times.Count / 2];
    });
}
