using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Training;

/// <summary>An averaged multiclass perceptron (Collins 2002) over hashed features; rows appear when a feature is first corrected.</summary>
internal sealed class AveragedPerceptron
{
    private readonly Dictionary<uint, int> index = [];
    private readonly List<Row> rows = [];
    private int step;

    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (!index.TryGetValue(feature, out var at)) continue;
            var row = rows[at];
            for (var i = 0; i < row.Count; i++) scores[row.Cells[i].Class] += row.Cells[i].Weight;
        }
    }

    /// <summary>Counts one decision; must be called once per decision, right or wrong.</summary>
    public void Step() => step++;

    /// <summary>Forgets what was learnt, but not for the average: the mean of several that learn in another order each.</summary>
    public void Restart()
    {
        foreach (var row in rows) row.Restart(step);
    }

    public void Update(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        foreach (var feature in features)
        {
            ref var at = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(index, feature, out var exists);
            if (!exists)
            {
                at = rows.Count;
                rows.Add(new Row());
            }

            rows[at].Add(gold, 1, step);
            rows[at].Add(predicted, -1, step);
        }
    }

    /// <summary>The averaged weights in ascending order of feature, scaled into bytes; features corrected fewer than <paramref name="minUpdates"/> times are left out.</summary>
    public List<FeatureRow> Export(int minUpdates, double keepAbove)
    {
        var kept = index.Where(p => rows[p.Value].Updates >= minUpdates).OrderBy(p => p.Key)
            .Select(p => (Feature: p.Key, Cells: rows[p.Value].Average(step))).ToList();
        var scale = ByteRows.MaxWeight / Largest(kept.SelectMany(r => r.Cells).Select(c => Math.Abs(c.Weight)));
        var result = new List<FeatureRow>();
        foreach (var (feature, cells) in kept)
        {
            var strong = cells.Where(c => Math.Abs(c.Weight) >= keepAbove && Math.Round(c.Weight * scale) != 0).OrderBy(c => c.Class).ToList();
            if (strong.Count == 0) continue;
            result.Add(new FeatureRow(
                feature,
                [.. strong.Select(c => (byte)c.Class)],
                [.. strong.Select(c => (short)Math.Clamp(Math.Round(c.Weight * scale), -ByteRows.MaxWeight, ByteRows.MaxWeight))]));
        }

        return result;
    }

    /// <summary>The largest weight but for a few, which are cut off.</summary>
    private static double Largest(IEnumerable<double> weights)
    {
        const double fitting = 0.99995;
        var sorted = weights.Order().ToList();
        return sorted.Count == 0 ? 1 : sorted[(int)((sorted.Count - 1) * fitting)];
    }

    private struct Cell
    {
        public int Class;
        public int Weight;
        public int Stamp;
        public long Total;

        /// <summary>The sum of the weights that the cell had at each step.</summary>
        public readonly long TotalAt(int step) => Total + ((long)Weight * (step - Stamp));

        public void Count(int step) => (Total, Stamp) = (TotalAt(step), step);
    }

    private sealed class Row
    {
        public Cell[] Cells { get; private set; } = new Cell[2];

        public int Count { get; private set; }

        public int Updates { get; private set; }

        public void Add(int @class, int delta, int step)
        {
            Updates++;
            var at = 0;
            while (at < Count && Cells[at].Class != @class) at++;
            if (at == Count)
            {
                if (Count == Cells.Length)
                {
                    var grown = new Cell[Count * 2];
                    Cells.CopyTo(grown, 0);
                    Cells = grown;
                }

                Cells[Count++] = new Cell { Class = @class, Stamp = step };
            }

            ref var cell = ref Cells[at];
            cell.Count(step);
            cell.Weight += delta;
        }

        public void Restart(int step)
        {
            for (var i = 0; i < Count; i++)
            {
                Cells[i].Count(step);
                Cells[i].Weight = 0;
            }
        }

        public List<(int Class, double Weight)> Average(int step) =>
            [.. Cells.Take(Count).Select(c => (c.Class, (double)c.TotalAt(step) / step)).Where(c => c.Item2 != 0)];
    }
}
