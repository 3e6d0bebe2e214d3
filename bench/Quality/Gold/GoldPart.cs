using System.Security.Cryptography;
using System.Text;

namespace NewsIngest.Bench.Quality.Gold;

/// <summary>Hand-made readings of whole articles (<c>*_gold.json</c>), whose texts are found by their hash in the folder itself or in <c>seeds/</c>.</summary>
internal sealed class GoldPart : IQualityPart
{
    public string Name => "gold";

    public object? Run(QualityInput input)
    {
        if (input.Gold is not { } folder) return null;
        var results = new Dictionary<string, IReadOnlyList<GoldCount>>(StringComparer.Ordinal);
        foreach (var file in folder.GetFiles("*_gold.json").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var gold = GoldReading.Load(file.FullName);
            var text = Text(folder, gold.Source.Sha256) ?? throw new FileNotFoundException($"{file.Name}: no text with the hash {gold.Source.Sha256} in {folder.Name} or seeds");
            var analysis = Pipeline.Run(file.Name, text);
            results[file.Name] = [.. new GoldClaimScorer(text, gold, analysis.Claims).Score(), .. new GoldEntityScorer(text, gold, analysis.Entities).Score()];
        }

        if (results.Count == 0) return null;
        if (!input.Quiet) Print(results);
        return results;
    }

    private static string? Text(DirectoryInfo folder, string hash)
    {
        foreach (var place in new[] { folder, new DirectoryInfo("seeds") }.Where(p => p.Exists))
        {
            foreach (var file in place.GetFiles("*.txt"))
            {
                var bytes = File.ReadAllBytes(file.FullName);
                if (Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash) return Encoding.UTF8.GetString(bytes);
            }
        }

        return null;
    }

    private static void Print(Dictionary<string, IReadOnlyList<GoldCount>> results)
    {
        foreach (var (file, counts) in results)
        {
            Console.WriteLine($"| {file} | % | of |");
            Console.WriteLine("|---|---|---|");
            foreach (var count in counts) Console.WriteLine(FormattableString.Invariant($"| {count.What} | {100 * count.Share:F1} | {count.Right}/{count.All} |"));
            Console.WriteLine(FormattableString.Invariant($"| entity F1 | {F1(counts, "entity precision (name and type)", "entity recall (name and type)"):F1} | |"));
            Console.WriteLine(FormattableString.Invariant($"| name mention F1 | {F1(counts, "name mention precision", "name mention recall"):F1} | |"));
        }
    }

    private static double F1(IReadOnlyList<GoldCount> counts, string precision, string recall)
    {
        var (p, r) = (counts.First(c => c.What == precision).Share, counts.First(c => c.What == recall).Share);
        return p + r == 0 ? 0 : 200 * p * r / (p + r);
    }
}
