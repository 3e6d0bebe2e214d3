using System.Text.RegularExpressions;

namespace NewsIngest.Bench.Parse;

/// <summary>
/// How much of a page's text was found: precision and recall of its runs of four words, as the article extraction benchmark of
/// Scrapinghub (2020) counts them; F1 of the means over pages.
/// </summary>
internal sealed partial class ShingleScore
{
    private const int Words = 4;

    private readonly List<double> precisions = [];
    private readonly List<double> recalls = [];

    public int Pages { get; private set; }

    public double Precision => precisions.Count == 0 ? 0 : precisions.Average();

    public double Recall => recalls.Count == 0 ? 0 : recalls.Average();

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public void Add(string gold, string found)
    {
        Pages++;
        var a = Shingles(gold);
        var b = Shingles(found);
        var hits = a.Sum(s => Math.Min(s.Value, b.GetValueOrDefault(s.Key)));
        if (b.Count > 0) precisions.Add((double)hits / b.Values.Sum());
        if (a.Count > 0) recalls.Add((double)hits / a.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Length - Words + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(Words));
            if (shingle.Length > 0) counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
