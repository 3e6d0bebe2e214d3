using System.Runtime.Intrinsics;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>Rows of weights with their gradients, learned with Adam (Kingma and Ba 2015); a step changes only rows that have a gradient.</summary>
internal sealed class Parameters
{
    private const float MeanDecay = 0.9f;
    private const float SquareDecay = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly int width;
    private readonly float[] weights;
    private readonly float[] gradients;
    private readonly float[] means;
    private readonly float[] squares;
    private readonly bool[] isTouched;
    private readonly List<int> touched = [];

    public Parameters(int rows, int width, float spread, Random random)
    {
        this.width = width;
        weights = new float[rows * width];
        gradients = new float[rows * width];
        means = new float[rows * width];
        squares = new float[rows * width];
        isTouched = new bool[rows];
        if (spread == 0) return;
        foreach (ref var weight in weights.AsSpan()) weight = ((2 * random.NextSingle()) - 1) * spread;
    }

    public Span<float> Weights(int row) => weights.AsSpan(row * width, width);

    /// <summary>The gradient of a row, to be added to.</summary>
    public Span<float> Gradient(int row)
    {
        if (!isTouched[row])
        {
            isTouched[row] = true;
            touched.Add(row);
        }

        return gradients.AsSpan(row * width, width);
    }

    /// <summary>Moves the rows that have a gradient and forgets the gradients; <paramref name="step"/> counts from 1.</summary>
    public void Step(float rate, int step)
    {
        var scale = Vector256.Create((float)(rate * Math.Sqrt(1 - Math.Pow(SquareDecay, step)) / (1 - Math.Pow(MeanDecay, step))));
        foreach (var row in touched)
        {
            isTouched[row] = false;
            Move(row * width, scale);
        }

        touched.Clear();
    }

    private void Move(int first, Vector256<float> scale)
    {
        ref var weight = ref weights[first];
        ref var gradient = ref gradients[first];
        ref var mean = ref means[first];
        ref var square = ref squares[first];
        for (nuint i = 0; i < (nuint)width; i += (nuint)Vector256<float>.Count)
        {
            var slope = Vector256.LoadUnsafe(ref gradient, i);
            var first1 = (Vector256.LoadUnsafe(ref mean, i) * MeanDecay) + (slope * (1 - MeanDecay));
            var second = (Vector256.LoadUnsafe(ref square, i) * SquareDecay) + (slope * slope * (1 - SquareDecay));
            first1.StoreUnsafe(ref mean, i);
            second.StoreUnsafe(ref square, i);
            (Vector256.LoadUnsafe(ref weight, i) - (scale * first1 / (Vector256.Sqrt(second) + Vector256.Create(Epsilon)))).StoreUnsafe(ref weight, i);
            Vector256<float>.Zero.StoreUnsafe(ref gradient, i);
        }
    }
}
