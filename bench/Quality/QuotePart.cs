
namespace NewsIngest.Bench.Quality;

/// <summary>Who said what: PolNeAR (Newell et al. 2018) and the attributions derived from GUM, next to the peers' figures.</summary>
internal sealed class QuotePart : IQualityPart
{
    private static readonly string[] Sets = ["polnear_dev", "gum_news_attr", "gum_interview_attr"];
    private const string TrainingSet = "polnear_train";

    public string Name => "quotes";

    public object? Run(QualityInput input)
    {
        var results = new Dictionary<string, QuoteScores>(StringComparer.Ordinal);
        foreach (var set in Sets)
        {
            if (Load(input.Data, set) is { } texts) results[set] = Score(texts);
        }

        if (input.Half is { } half && Load(input.Data, TrainingSet) is { } training)
            results[$"{TrainingSet}, half {half}"] = Score([.. training.Where((_, i) => i % 2 == half)]);
        if (results.Count == 0) return null;
        if (!input.Quiet) Print(results);
        return results;
    }

    private static List<GoldText>? Load(DirectoryInfo data, string set)
    {
        var file = Path.Combine(data.FullName, "quotes", set + ".jsonl");
        return File.Exists(file) ? GoldText.Load(file) : null;
    }

    private static QuoteScores Score(List<GoldText> texts)
    {
        var all = new QuoteScorer();
        var quoted = new QuoteScorer();
        foreach (var text in texts)
        {
            var claims = Pipeline.Run(text.Id, text.Text).Claims;
            all.Add(text, claims);
            var regions = QuotedText.Find(text.Text);
            quoted.Add(
                text with { Attributions = [.. text.Attributions.Where(a => a.Kind is "direct" or "mixed")] },
                [.. claims.Where(c => QuotedText.Kind(text.Text, c.Content, regions) is "direct" or "mixed")]);
        }

        return all.Scores() with { SoftQuoted = quoted.Scores().Soft };
    }

    private static void Print(Dictionary<string, QuoteScores> results)
    {
        Console.WriteLine("| who said what | exact-trim F1 | soft F1 all / quoted | joint F1 | joint P | speaker | indirect recall | resolved name (pronouns) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (set, s) in results)
        {
            var names = s.Resolved == 0 ? "–" : $"{F(s.ResolvedName)} ({s.RightPronouns}/{s.Pronouns})";
            Console.WriteLine($"| NewsIngest, {set} | {F(s.ExactTrimmed.F1)} | {F(s.Soft.F1)} / {F(s.SoftQuoted?.F1)} | {F(s.Joint.F1)} | {F(s.Joint.P)} | {F(s.Speaker)} | {F(s.Recall["indirect"])} | {names} |");
        }

        foreach (var row in Baselines.Quotes) Console.WriteLine($"| {string.Join(" | ", row)} |");
        Console.WriteLine("Peers: PolNeAR test part, 84 articles, scored the same way.");
    }

    private static string F(double? value) => value is { } v ? v.ToString("F1", System.Globalization.CultureInfo.InvariantCulture) : "–";
}
