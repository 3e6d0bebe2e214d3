using NewsIngest.Entities.Names;

namespace NewsIngest.Bench.Training.Names;

/// <summary>Forward and backward sums of one sentence, scaled position by position (Rabiner 1989).</summary>
internal sealed class CrfLattice
{
    private const int Labels = NameLabels.Count;
    private double[] emission = [];
    private double[] forward = [];
    private double[] backward = [];
    private double[] marginal = [];
    private double[] scale = [];
    private readonly double[] expTransitions = new double[Labels * Labels];
    private int length;

    public void Reset(int count)
    {
        length = count;
        if (emission.Length < count * Labels)
        {
            emission = new double[count * Labels];
            forward = new double[count * Labels];
            backward = new double[count * Labels];
            marginal = new double[count * Labels];
            scale = new double[count];
        }

        emission.AsSpan(0, count * Labels).Clear();
    }

    public Span<double> Emission(int i) => emission.AsSpan(i * Labels, Labels);

    public void OnlyOutside(int i) => Emission(i)[1..].Fill(double.NegativeInfinity);

    public void Run(double[] transitions)
    {
        for (var i = 0; i < transitions.Length; i++)
        {
            expTransitions[i] = NameLabels.CanFollow(i % Labels, i / Labels) ? Math.Exp(transitions[i]) : 0;
        }

        for (var i = 0; i < length; i++)
        {
            var row = Emission(i);
            var max = double.NegativeInfinity;
            foreach (var value in row) max = Math.Max(max, value);
            for (var label = 0; label < Labels; label++) row[label] = Math.Exp(row[label] - max);
        }

        Forward();
        Backward();
    }

    public ReadOnlySpan<double> Marginal(int i) => marginal.AsSpan(i * Labels, Labels);

    public double PairMarginal(int i, int from, int to) =>
        forward[((i - 1) * Labels) + from] * expTransitions[(from * Labels) + to] * emission[(i * Labels) + to] * backward[(i * Labels) + to] / scale[i];

    private void Forward()
    {
        for (var i = 0; i < length; i++)
        {
            var sum = 0.0;
            for (var to = 0; to < Labels; to++)
            {
                var value = 0.0;
                if (i == 0)
                {
                    value = NameLabels.CanStart(to) ? 1 : 0;
                }
                else
                {
                    for (var from = 0; from < Labels; from++) value += forward[((i - 1) * Labels) + from] * expTransitions[(from * Labels) + to];
                }

                if (i == length - 1 && !NameLabels.CanEnd(to)) value = 0;
                value *= emission[(i * Labels) + to];
                forward[(i * Labels) + to] = value;
                sum += value;
            }

            scale[i] = sum <= 0 ? 1e-300 : sum;
            for (var to = 0; to < Labels; to++) forward[(i * Labels) + to] /= scale[i];
        }
    }

    private void Backward()
    {
        for (var i = length - 1; i >= 0; i--)
        {
            var total = 0.0;
            for (var from = 0; from < Labels; from++)
            {
                var value = 0.0;
                if (i == length - 1)
                {
                    value = NameLabels.CanEnd(from) ? 1 : 0;
                }
                else
                {
                    for (var to = 0; to < Labels; to++)
                    {
                        value += expTransitions[(from * Labels) + to] * emission[((i + 1) * Labels) + to] * backward[((i + 1) * Labels) + to];
                    }

                    value /= scale[i + 1];
                }

                backward[(i * Labels) + from] = value;
                marginal[(i * Labels) + from] = forward[(i * Labels) + from] * value;
                total += marginal[(i * Labels) + from];
            }

            for (var label = 0; label < Labels && total > 0; label++) marginal[(i * Labels) + label] /= total;
        }
    }
}
