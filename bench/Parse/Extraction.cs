using System.Diagnostics;
using NewsIngest.Articles;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Parse;

/// <summary>What one extractor found in all pages, and the sum of its best times for each.</summary>
internal sealed record Extraction(string Name, double Seconds, IReadOnlyDictionary<string, string> Texts)
{
    public double PagesPerSecond => Seconds == 0 ? 0 : Texts.Count / Seconds;

    /// <summary>
    /// Parses every page so many times in turn and adds up the best times: on a machine with other work the average measures that work.
    /// </summary>
    public static Extraction OfNewsIngest(IReadOnlyList<Page> pages, int rounds)
    {
        var parser = new ArticleParser();
        var files = pages.Select(p => new SourceFile("bench", p.Id + ".html", File.ReadAllBytes(p.File))).ToList();
        var best = new double[pages.Count];
        Array.Fill(best, double.PositiveInfinity);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < files.Count; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var text = Text(parser, files[i]);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(started).TotalSeconds);
                texts[pages[i].Id] = text;
            }
        }

        return new Extraction("NewsIngest", best.Sum(), texts);
    }

    private static string Text(ArticleParser parser, SourceFile file)
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
