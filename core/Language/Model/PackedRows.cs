namespace NewsIngest.Language.Model;

/// <summary>Up to three classes: the weights of a feature are its value, ten bits each.</summary>
internal sealed class PackedRows : WeightRows
{
    public const int MaxClasses = 3;

    public override uint Add(ReadOnlySpan<byte> classes, ReadOnlySpan<short> weights)
    {
        var packed = 0u;
        for (var i = 0; i < classes.Length; i++) packed |= ((uint)Checked(weights[i]) & ((1 << WeightBits) - 1)) << (classes[i] * WeightBits);
        return packed;
    }

    public override void Sum(ReadOnlySpan<uint> values, Span<int> scores)
    {
        int first = 0, second = 0, third = 0;
        foreach (var value in values)
        {
            first += Weight(value, 0);
            second += Weight(value, 1);
            third += Weight(value, 2);
        }

        scores[0] += first;
        scores[1] += second;
        scores[2] += third;
    }

    private static int Weight(uint value, int @class) => (int)(value << (32 - WeightBits - (@class * WeightBits))) >> (32 - WeightBits);
}
