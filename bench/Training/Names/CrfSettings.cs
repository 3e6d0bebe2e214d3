namespace NewsIngest.Bench.Training.Names;

/// <summary>How a field is trained: chosen by cross-validation on the training texts.</summary>
internal sealed record CrfSettings
{
    public int Epochs { get; init; } = 12;

    public double Rate { get; init; } = 0.1;

    public double L2 { get; init; } = 1e-4;

    /// <summary>Share of features left out at each look at a word.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>Features seen less often are left out.</summary>
    public int MinCount { get; init; } = 3;

    public int Seed { get; init; } = 7;

    /// <summary>How often it is trained, each time with another seed.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Weights beyond it are cut off when they are stored.</summary>
    public float LargestWeight { get; init; } = 3f;

    /// <summary>Weights below it are not stored.</summary>
    public float KeepAbove { get; init; } = 0.03f;
}

/// <summary>One sentence for training: feature keys, gold label and whether it is taught or just outside of names, per token.</summary>
internal sealed record CrfSequence(uint[][] Features, byte[] Labels, bool[] IsTaught);
