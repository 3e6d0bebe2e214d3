using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>Sums and products of vectors whose length is a multiple of eight; always in the same order, so that every machine gets the same bits.</summary>
internal static class Floats
{
    private const int Lanes = 8;

    public static void Add(Span<float> into, ReadOnlySpan<float> values)
    {
        ref var to = ref MemoryMarshal.GetReference(into);
        ref var from = ref MemoryMarshal.GetReference(values[..into.Length]);
        for (nuint i = 0; i < (nuint)into.Length; i += Lanes) (Vector256.LoadUnsafe(ref to, i) + Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    public static void AddScaled(Span<float> into, ReadOnlySpan<float> values, float factor)
    {
        var factors = Vector256.Create(factor);
        ref var to = ref MemoryMarshal.GetReference(into);
        ref var from = ref MemoryMarshal.GetReference(values[..into.Length]);
        for (nuint i = 0; i < (nuint)into.Length; i += Lanes) (Vector256.LoadUnsafe(ref to, i) + (Vector256.LoadUnsafe(ref from, i) * factors)).StoreUnsafe(ref to, i);
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector256<float>.Zero;
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        for (nuint i = 0; i < (nuint)left.Length; i += Lanes) sum += Vector256.LoadUnsafe(ref a, i) * Vector256.LoadUnsafe(ref b, i);
        return Vector256.Sum(sum);
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> scores)
    {
        var largest = scores[0];
        foreach (var score in scores) largest = Math.Max(largest, score);
        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - largest);
            sum += score;
        }

        foreach (ref var score in scores) score /= sum;
    }
}
