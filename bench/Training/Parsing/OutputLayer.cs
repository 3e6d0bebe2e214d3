namespace NewsIngest.Bench.Training.Parsing;

/// <summary>One score for each class from the hidden layer.</summary>
internal sealed class OutputLayer(int classes, int units, Random random)
{
    // Filled up to whole vectors.
    private readonly Parameters bias = new(1, (classes + 7) / 8 * 8, 0, random);
    private readonly Parameters weights = new(classes, units, 0.1f, random);

    public ReadOnlySpan<float> Bias => bias.Weights(0)[..classes];

    public ReadOnlySpan<float> Weights(int @class) => weights.Weights(@class);

    public void Score(ReadOnlySpan<float> hidden, Span<float> scores)
    {
        for (var i = 0; i < classes; i++) scores[i] = bias.Weights(0)[i] + Floats.Dot(hidden, weights.Weights(i));
    }

    /// <summary>Learns from the gradient of the scores and adds that of the hidden layer.</summary>
    public void AddGradient(ReadOnlySpan<float> hidden, ReadOnlySpan<float> gradient, Span<float> hiddenGradient)
    {
        for (var i = 0; i < classes; i++)
        {
            bias.Gradient(0)[i] += gradient[i];
            Floats.AddScaled(hiddenGradient, weights.Weights(i), gradient[i]);
            Floats.AddScaled(weights.Gradient(i), hidden, gradient[i]);
        }
    }

    public void Step(float rate, int step)
    {
        bias.Step(rate, step);
        weights.Step(rate, step);
    }
}
