using System.Runtime.InteropServices;
using NewsIngest.Language;
using NewsIngest.Language.Syntax;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>Writes a trained network as <see cref="ParserNetwork"/> reads it: in whole numbers.</summary>
internal static class NetworkWriter
{
    private const int Units = ParserNetwork.Hidden;

    /// <summary>What one of the second layer's weights counts.</summary>
    private const float OutputScale = 1024;

    public static void Write(BinaryWriter writer, int words, FirstLayer first, OutputLayer transitions, IReadOnlyList<RelationLayer> relations)
    {
        var rows = Rows(first, words);
        var scale = Scale(rows);
        foreach (var layer in relations) WriteRelations(writer, layer, scale);
        Put<short>(writer, [.. Enumerable.Range(0, ParserNetwork.TransitionCount).SelectMany(c => transitions.Weights(c).ToArray()).Select(w => Whole<short>(w * OutputScale))]);
        Put<int>(writer, [.. transitions.Bias.ToArray().Select(b => Whole<int>(b * scale * OutputScale))]);
        Put<short>(writer, [.. first.Bias.ToArray().Select(b => Whole<short>(b * scale))]);
        Put<sbyte>(writer, [.. rows.Select(w => Whole<sbyte>(w * scale))]);
    }

    /// <summary>Names, biases, then two units at a time the weights of all relations. What is left free is never the best.</summary>
    private static void WriteRelations(BinaryWriter writer, RelationLayer layer, float scale)
    {
        const int relations = ParserNetwork.RelationCount;
        var names = new Deprel[relations];
        var bias = new int[relations];
        Array.Fill(bias, int.MinValue / 2);
        var weights = new short[relations * Units];
        for (var relation = 0; relation < layer.Names.Length; relation++)
        {
            names[relation] = layer.Names[relation];
            bias[relation] = Whole<int>(layer.Output.Bias[relation] * scale * OutputScale);
            for (var unit = 0; unit < Units; unit++)
                weights[(((unit / 2 * relations) + relation) * 2) + (unit % 2)] = Whole<short>(layer.Output.Weights(relation)[unit] * OutputScale);
        }

        Put<Deprel>(writer, names);
        Put<int>(writer, bias);
        Put<short>(writer, weights);
    }

    private static float[] Rows(FirstLayer first, int words)
    {
        var rows = new float[ParserInputs.Rows * Units];
        for (var input = 0; input < ParserInputs.Count; input++)
        {
            var (start, left, right) = ParserInputs.Tables[input];
            var count = input < ParserInputs.WordCount ? words : left * right;
            for (var row = start; row < start + count; row++) first.Value(input, row, rows.AsSpan(row * Units, Units));
        }

        return rows;
    }

    /// <summary>All but the few largest weights fit a byte; those are cut off.</summary>
    private static float Scale(float[] weights)
    {
        const double fitting = 0.9999;
        var sizes = Array.ConvertAll(weights, Math.Abs);
        Array.Sort(sizes);
        return sbyte.MaxValue / sizes[(int)((sizes.Length - 1) * fitting)];
    }

    private static T Whole<T>(float value)
        where T : System.Numerics.IBinaryInteger<T> => T.CreateSaturating(MathF.Round(value));

    private static void Put<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(values));
}
