using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIngest.Language.Model;

/// <summary>Up to 32 classes of which a feature has weights for a good part: one full row each, summed as vectors.</summary>
internal sealed class DenseRows(int rows) : WeightRows
{
    public const int Width = 32;

    private readonly short[] weights = new short[rows * Width];
    private int used;

    public override uint Add(ReadOnlySpan<byte> classes, ReadOnlySpan<short> weights)
    {
        var row = this.weights.AsSpan(used * Width, Width);
        for (var i = 0; i < classes.Length; i++) row[classes[i]] = Checked(weights[i]);
        return (uint)used++;
    }

    public override void Sum(ReadOnlySpan<uint> values, Span<int> scores)
    {
        Vector256<int> first = default, second = default, third = default, fourth = default;
        foreach (var value in values)
        {
            ref var row = ref MemoryMarshal.GetReference(weights.AsSpan((int)value * Width, Width));
            var low = Vector256.LoadUnsafe(ref row);
            var high = Vector256.LoadUnsafe(ref row, Width / 2);
            first += Vector256.WidenLower(low);
            second += Vector256.WidenUpper(low);
            third += Vector256.WidenLower(high);
            fourth += Vector256.WidenUpper(high);
        }

        Span<int> sums = stackalloc int[Width];
        first.CopyTo(sums);
        second.CopyTo(sums[8..]);
        third.CopyTo(sums[16..]);
        fourth.CopyTo(sums[24..]);
        for (var i = 0; i < Math.Min(Width, scores.Length); i++) scores[i] += sums[i];
    }
}
