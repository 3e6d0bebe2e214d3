namespace NewsIngest.Language.Model;

/// <summary>Many classes, few weights a feature: pairs of class and weight, one row after the other.</summary>
internal sealed class SparseRows(int weights) : WeightRows
{
    private const int ClassBits = 6;
    private const int CountBits = 7;

    private readonly short[] pairs = new short[weights];
    private int used;

    public override uint Add(ReadOnlySpan<byte> classes, ReadOnlySpan<short> weights)
    {
        var value = ((uint)used << CountBits) | (uint)classes.Length;
        for (var i = 0; i < classes.Length; i++) pairs[used++] = (short)((Checked(weights[i]) << ClassBits) | classes[i]);
        return value;
    }

    public override void Sum(ReadOnlySpan<uint> values, Span<int> scores)
    {
        foreach (var value in values)
        {
            var row = pairs.AsSpan((int)(value >> CountBits), (int)value & ((1 << CountBits) - 1));
            foreach (var pair in row) scores[pair & ((1 << ClassBits) - 1)] += pair >> ClassBits;
        }
    }
}
