namespace NewsIngest.Language.Model;

/// <summary>How the weights of features lie in memory. A row is added once, and is known from then on by the value that came back.</summary>
internal abstract class WeightRows
{
    /// <summary>Weights are stored in ten bits.</summary>
    public const int MaxWeight = 511;

    protected const int WeightBits = 10;

    /// <summary>The form that fits so many classes and rows with so many weights in all.</summary>
    public static WeightRows Create(int classes, int rows, int weights) => classes switch
    {
        <= DenseRows.Width when weights / Math.Max(1, rows) * 4 >= classes => new DenseRows(rows),
        _ => new SparseRows(weights),
    };

    /// <exception cref="InvalidDataException">A class or a weight is out of range.</exception>
    public abstract uint Add(ReadOnlySpan<byte> classes, ReadOnlySpan<short> weights);

    /// <summary>Adds the rows with these values to the scores of the classes.</summary>
    public abstract void Sum(ReadOnlySpan<uint> values, Span<int> scores);

    protected static short Checked(short weight) => Math.Abs((int)weight) <= MaxWeight ? weight : throw new InvalidDataException("A weight is out of range.");
}
