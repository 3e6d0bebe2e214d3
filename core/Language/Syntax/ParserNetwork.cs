using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Syntax;

/// <summary>
/// A network with one hidden layer (Chen and Manning 2014), whose first layer is multiplied out: every input is a row of small integers,
/// and the layer is the sum of its inputs' rows. Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed unsafe class ParserNetwork
{
    /// <summary>Units of the hidden layer: a row is one cache line.</summary>
    public const int Hidden = 64;
    public const int TransitionCount = 3;

    /// <summary>How many relations an arc in one direction can have: the most frequent ones.</summary>
    public const int RelationCount = 32;

    // Vectors are not compiled ahead of time, and what the runtime compiles first is ten times as slow: these methods are compiled well at once.
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;
    private const int Lanes = 16;

    private readonly FixedTable<sbyte> rows;
    private readonly short[] bias;
    private readonly short[] transitions;
    private readonly int[] transitionBias;
    private readonly Relations left;
    private readonly Relations right;

    private ParserNetwork(ModelReader reader)
    {
        left = new Relations(reader);
        right = new Relations(reader);
        transitions = reader.ReadArray<short>(TransitionCount * Hidden);
        transitionBias = reader.ReadArray<int>(TransitionCount);
        bias = reader.ReadArray<short>(Hidden);
        rows = new FixedTable<sbyte>(MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(ParserInputs.Rows * Hidden)));
    }

    /// <exception cref="EndOfStreamException">The model is shorter than this network.</exception>
    public static ParserNetwork Read(ModelReader reader) => new(reader);

    /// <summary>The processor fetches the rows that words and neighbours have wherever they may come to stand: the tree decides later which of them are added.</summary>
    [MethodImpl(Hot)]
    public void WillAdd(ReadOnlySpan<ParseState.Node> words)
    {
        if (!Sse.IsSupported) return;
        for (var i = 1; i < words.Length; i++)
        {
            for (var input = 0; input < ParserInputs.WordCount; input++) Sse.Prefetch0(rows.First + (ParserInputs.Word(input, words[i].Word) * Hidden));
            for (var input = 0; input < ParserInputs.NeighbourCount; input++) Sse.Prefetch0(rows.First + (ParserInputs.TagPair(input, words[i - 1].Tag, words[i].Tag) * Hidden));
        }
    }

    /// <summary>Fills the hidden layer: the sum of the rows, and zero where that is below zero.</summary>
    [MethodImpl(Hot)]
    public void Activate(ReadOnlySpan<int> inputs, Span<short> hidden)
    {
        // All rows are asked for before the first is added.
        if (Sse.IsSupported)
        {
            foreach (var input in inputs) Sse.Prefetch0(rows.First + (input * Hidden));
        }

        ref var table = ref *rows.First;
        ref var start = ref MemoryMarshal.GetArrayDataReference(bias);
        Vector256<short> a = Vector256.LoadUnsafe(ref start), b = Vector256.LoadUnsafe(ref start, Lanes), c = Vector256.LoadUnsafe(ref start, 2 * Lanes);
        Vector256<short> d = Vector256.LoadUnsafe(ref start, 3 * Lanes);
        foreach (var input in inputs)
        {
            ref var row = ref Unsafe.Add(ref table, input * Hidden);
            a += Wide(ref row, 0);
            b += Wide(ref row, Lanes);
            c += Wide(ref row, 2 * Lanes);
            d += Wide(ref row, 3 * Lanes);
        }

        ref var into = ref MemoryMarshal.GetReference(hidden[..Hidden]);
        Vector256.Max(a, default).StoreUnsafe(ref into);
        Vector256.Max(b, default).StoreUnsafe(ref into, Lanes);
        Vector256.Max(c, default).StoreUnsafe(ref into, 2 * Lanes);
        Vector256.Max(d, default).StoreUnsafe(ref into, 3 * Lanes);
    }

    [MethodImpl(Hot)]
    public (int Shift, int Left, int Right) ScoreTransitions(ReadOnlySpan<short> hidden)
    {
        Vector256<int> first = default, second = default, third = default;
        ref var values = ref MemoryMarshal.GetReference(hidden[..Hidden]);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(transitions);
        for (nuint i = 0; i < Hidden; i += Lanes)
        {
            var value = Vector256.LoadUnsafe(ref values, i);
            first = AddProducts(first, value, Vector256.LoadUnsafe(ref weights, i));
            second = AddProducts(second, value, Vector256.LoadUnsafe(ref weights, i + Hidden));
            third = AddProducts(third, value, Vector256.LoadUnsafe(ref weights, i + (2 * Hidden)));
        }

        return (Vector256.Sum(first) + transitionBias[0], Vector256.Sum(second) + transitionBias[1], Vector256.Sum(third) + transitionBias[2]);
    }

    /// <summary>The relation of the arc that <paramref name="transition"/>, left or right, makes.</summary>
    public Deprel BestRelation(ReadOnlySpan<short> hidden, Transition transition) => (transition == Transition.Left ? left : right).Best(hidden);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Wide(ref sbyte row, nuint at) => Vector256.WidenLower(Vector128.LoadUnsafe(ref row, at).ToVector256Unsafe());

    /// <summary>Adds the products of two neighbours each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProducts(Vector256<int> sum, Vector256<short> left, Vector256<short> right)
    {
        if (AvxVnni.IsSupported) return AvxVnni.MultiplyWideningAndAdd(sum, left, right);
        if (Avx2.IsSupported) return sum + Avx2.MultiplyAddAdjacent(left, right);
        var even = (left.AsInt32() << 16 >> 16) * (right.AsInt32() << 16 >> 16);
        return sum + even + ((left.AsInt32() >> 16) * (right.AsInt32() >> 16));
    }

    /// <summary>The relations of arcs in one direction, and the weights that name them: for two units at a time, those of all relations.</summary>
    private sealed class Relations(ModelReader reader)
    {
        private readonly Deprel[] names = reader.ReadArray<Deprel>(RelationCount);
        private readonly int[] bias = reader.ReadArray<int>(RelationCount);
        private readonly short[] weights = reader.ReadArray<short>(RelationCount * Hidden);

        [MethodImpl(Hot)]
        public Deprel Best(ReadOnlySpan<short> hidden)
        {
            ref var start = ref MemoryMarshal.GetArrayDataReference(bias);
            ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
            Vector256<int> a = Vector256.LoadUnsafe(ref start), b = Vector256.LoadUnsafe(ref start, 8);
            Vector256<int> c = Vector256.LoadUnsafe(ref start, 16), d = Vector256.LoadUnsafe(ref start, 24);
            var pairs = MemoryMarshal.Cast<short, int>(hidden[..Hidden]);
            for (var i = 0; i < pairs.Length; i++)
            {
                var pair = Vector256.Create(pairs[i]).AsInt16();
                ref var row = ref Unsafe.Add(ref first, i * 2 * RelationCount);
                a = AddProducts(a, pair, Vector256.LoadUnsafe(ref row));
                b = AddProducts(b, pair, Vector256.LoadUnsafe(ref row, Lanes));
                c = AddProducts(c, pair, Vector256.LoadUnsafe(ref row, 2 * Lanes));
                d = AddProducts(d, pair, Vector256.LoadUnsafe(ref row, 3 * Lanes));
            }

            var best = Vector256.Create(Largest(Vector256.Max(Vector256.Max(a, b), Vector256.Max(c, d))));
            var found = Vector256.Equals(a, best).ExtractMostSignificantBits() | (Vector256.Equals(b, best).ExtractMostSignificantBits() << 8)
                | (Vector256.Equals(c, best).ExtractMostSignificantBits() << 16) | (Vector256.Equals(d, best).ExtractMostSignificantBits() << 24);
            return names[BitOperations.TrailingZeroCount(found)];
        }

        private static int Largest(Vector256<int> values)
        {
            var four = Vector128.Max(values.GetLower(), values.GetUpper());
            var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
            return Math.Max(two[0], two[1]);
        }
    }
}
