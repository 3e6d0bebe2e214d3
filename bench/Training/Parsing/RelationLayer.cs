using NewsIngest.Language;
using NewsIngest.Language.Syntax;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>Names the relations of arcs in one direction: the most frequent ones of the treebank.</summary>
internal sealed class RelationLayer
{
    private readonly int[] indexes = new int[Parser.RelationCount];

    public RelationLayer(IEnumerable<Deprel> relations, Random random)
    {
        Names = [.. relations.Where(r => r != Deprel.Root).CountBy(r => r).OrderByDescending(r => r.Value).ThenBy(r => r.Key).Take(ParserNetwork.RelationCount).Select(r => r.Key)];
        Output = new OutputLayer(Names.Length, ParserNetwork.Hidden, random);
        Array.Fill(indexes, -1);
        for (var i = 0; i < Names.Length; i++) indexes[(int)Names[i]] = i;
    }

    public Deprel[] Names { get; }

    public OutputLayer Output { get; }

    /// <summary>The best relation; learns <paramref name="gold"/> when there is one and it is frequent enough to have a class.</summary>
    public Deprel Name(ReadOnlySpan<float> hidden, Deprel? gold, Span<float> gradient)
    {
        Span<float> scores = stackalloc float[Names.Length];
        Output.Score(hidden, scores);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        if (gold is { } relation && indexes[(int)relation] is var index and >= 0)
        {
            Floats.Softmax(scores);
            scores[index]--;
            Output.AddGradient(hidden, scores, gradient);
        }

        return Names[best];
    }
}
