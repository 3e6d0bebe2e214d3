namespace NewsIngest.Bench.Training.Names;

/// <summary>The mean of the weights at several moments of training.</summary>
internal sealed class WeightMean(int weights, int transitions)
{
    private readonly double[] weightSums = new double[weights];
    private readonly double[] transitionSums = new double[transitions];
    private int count;

    public void Add(ReadOnlySpan<float> current, ReadOnlySpan<double> currentTransitions)
    {
        count++;
        for (var i = 0; i < weightSums.Length; i++) weightSums[i] += current[i];
        for (var i = 0; i < transitionSums.Length; i++) transitionSums[i] += currentTransitions[i];
    }

    public void CopyTo(Span<float> into, Span<double> intoTransitions)
    {
        for (var i = 0; i < weightSums.Length; i++) into[i] = (float)(weightSums[i] / count);
        for (var i = 0; i < transitionSums.Length; i++) intoTransitions[i] = transitionSums[i] / count;
    }
}
