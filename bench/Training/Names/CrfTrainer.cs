using NewsIngest.Entities.Names;
using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Training.Names;

/// <summary>
/// Trains a linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient descent with AdaGrad steps (Duchi et al.
/// 2011); features are dropped at random so that the words around a name weigh as much as the name. One thread, fixed seed: the same data
/// gives the same weights. They are the mean of those after each of the later looks at the data in several runs, which hangs
/// less on order and chance (Polyak and Juditsky 1992).
/// </summary>
internal sealed class CrfTrainer(CrfSettings settings)
{
    private const int Labels = NameLabels.Count;
    private readonly Dictionary<uint, int> index = [];
    private readonly double[] transitions = new double[Labels * Labels];
    private readonly double[] transitionSquares = new double[Labels * Labels];
    private float[] weights = [];
    private float[] squares = [];

    public void Train(IReadOnlyList<CrfSequence> sequences)
    {
        Count(sequences);
        var mean = new WeightMean(index.Count * Labels, transitions.Length);
        for (var run = 0; run < settings.Runs; run++) Train(sequences, new Random(settings.Seed + run), mean);
        mean.CopyTo(weights, transitions);
    }

    private void Train(IReadOnlyList<CrfSequence> sequences, Random random, WeightMean mean)
    {
        weights = new float[index.Count * Labels];
        squares = new float[index.Count * Labels];
        Array.Clear(transitions);
        Array.Clear(transitionSquares);
        var order = Enumerable.Range(0, sequences.Count).ToArray();
        var lattice = new CrfLattice();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order) Step(sequences[at], lattice, random);
            if (epoch >= settings.Epochs / 2) mean.Add(weights, transitions);
        }
    }

    /// <summary>
    /// The weights in ascending order of feature, and the transitions, scaled alike into bytes. The weight of the label outside is taken
    /// from the others, as only differences count: class 0 is the label after it.
    /// </summary>
    public CrfWeights Export()
    {
        var scale = ByteRows.MaxWeight / settings.LargestWeight;
        var rows = new List<FeatureRow>();
        foreach (var (feature, at) in index.OrderBy(p => p.Key))
        {
            var classes = new List<byte>();
            var values = new List<short>();
            for (var label = 1; label < Labels; label++)
            {
                var weight = weights[(at * Labels) + label] - weights[(at * Labels) + NameLabels.Outside];
                if (Math.Abs(weight) < settings.KeepAbove || Math.Round(weight * scale) == 0) continue;
                classes.Add((byte)(label - 1));
                values.Add((short)Math.Clamp(Math.Round(weight * scale), -ByteRows.MaxWeight, ByteRows.MaxWeight));
            }

            if (classes.Count > 0) rows.Add(new FeatureRow(feature, [.. classes], [.. values]));
        }

        return new CrfWeights(rows, [.. transitions.Select(t => (int)Math.Round(t * scale))]);
    }

    private void Count(IReadOnlyList<CrfSequence> sequences)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in sequences.SelectMany(s => s.Features).SelectMany(f => f)) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        foreach (var (feature, count) in counts)
        {
            if (count >= settings.MinCount) index.Add(feature, index.Count);
        }
    }

    private void Step(CrfSequence sequence, CrfLattice lattice, Random random)
    {
        var length = sequence.Labels.Length;
        lattice.Reset(length);
        var kept = new int[length][];
        for (var i = 0; i < length; i++)
        {
            kept[i] = Keep(sequence.Features[i], random);
            var row = lattice.Emission(i);
            foreach (var feature in kept[i])
            {
                for (var label = 0; label < Labels; label++) row[label] += weights[(feature * Labels) + label];
            }

            if (!sequence.IsTaught[i]) lattice.OnlyOutside(i);
        }

        lattice.Run(transitions);
        for (var i = 0; i < length; i++)
        {
            if (sequence.IsTaught[i]) UpdateEmissions(kept[i], lattice.Marginal(i), sequence.Labels[i]);
            if (i > 0) UpdateTransitions(lattice, i, sequence.Labels[i - 1], sequence.Labels[i]);
        }
    }

    private int[] Keep(uint[] features, Random random)
    {
        var kept = new List<int>(features.Length);
        foreach (var feature in features)
        {
            if (index.TryGetValue(feature, out var at) && random.NextDouble() >= settings.Dropout) kept.Add(at);
        }

        return [.. kept];
    }

    private void UpdateEmissions(int[] features, ReadOnlySpan<double> marginal, int gold)
    {
        const double negligible = 1e-3;
        for (var label = 0; label < Labels; label++)
        {
            var gradient = (float)(marginal[label] - (label == gold ? 1 : 0));
            if (Math.Abs(gradient) < negligible) continue;
            foreach (var feature in features)
            {
                ref var weight = ref weights[(feature * Labels) + label];
                ref var square = ref squares[(feature * Labels) + label];
                var full = gradient + ((float)settings.L2 * weight);
                square += full * full;
                weight -= (float)settings.Rate * full / MathF.Sqrt(square + 1e-6f);
            }
        }
    }

    private void UpdateTransitions(CrfLattice lattice, int i, int goldFrom, int goldTo)
    {
        for (var from = 0; from < Labels; from++)
        {
            for (var to = 0; to < Labels; to++)
            {
                if (!NameLabels.CanFollow(to, from)) continue;
                var gradient = lattice.PairMarginal(i, from, to) - (from == goldFrom && to == goldTo ? 1 : 0);
                if (Math.Abs(gradient) < 1e-4) continue;
                var at = (from * Labels) + to;
                transitionSquares[at] += gradient * gradient;
                transitions[at] -= settings.Rate * gradient / Math.Sqrt(transitionSquares[at] + 1e-6);
            }
        }
    }
}

/// <summary>What a pass of the tagger has learnt.</summary>
internal sealed record CrfWeights(IReadOnlyList<FeatureRow> Rows, int[] Transitions);
