using NewsIngest.Articles;
using NewsIngest.Entities.Names;

namespace NewsIngest.Bench.Training.Names;

/// <summary>Counts of a comparison of names found with gold names: same span and type (strict), same span (untyped).</summary>
internal sealed class NameScore
{
    private readonly int[] gold = new int[NameLabels.Types];
    private readonly int[] found = new int[NameLabels.Types];
    private readonly int[] right = new int[NameLabels.Types];
    private int sameSpan;

    public double Strict => F1(right.Sum(), found.Sum(), gold.Sum());

    public double Untyped => F1(sameSpan, found.Sum(), gold.Sum());

    public double Of(NameType type) => F1(right[(int)type], found[(int)type], gold[(int)type]);

    public void Add(IEnumerable<(TextSpan Span, NameType Type)> goldNames, IEnumerable<(TextSpan Span, NameType Type)> foundNames)
    {
        var expected = goldNames.ToHashSet();
        var spans = expected.Select(n => n.Span).ToHashSet();
        foreach (var name in expected) gold[(int)name.Type]++;
        foreach (var name in foundNames)
        {
            found[(int)name.Type]++;
            if (expected.Contains(name)) right[(int)name.Type]++;
            if (spans.Contains(name.Span)) sameSpan++;
        }
    }

    private static double F1(int right, int found, int gold) => found + gold == 0 ? 0 : 200.0 * right / (found + gold);
}
