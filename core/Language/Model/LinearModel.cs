using System.Buffers;

namespace NewsIngest.Language.Model;

/// <summary>
/// A linear classifier over hashed features. Each feature has a short row of (class, weight) pairs; features that training never
/// touched have none. Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed class LinearModel
{
    public const int MaxClasses = 64;
    private const int ClassBits = 6;
    private const int CountBits = 7;
    private const int OffsetBits = 25;

    /// <summary>Weights are stored in ten bits.</summary>
    public const int MaxWeight = 511;

    // key 32 | offset 25 | count 7
    private readonly ulong[] slots;
    private readonly short[] pairs;
    private readonly uint mask;

    private LinearModel(int features, int pairCount)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2));
        slots = new ulong[size];
        pairs = new short[pairCount];
        mask = (uint)size - 1;
    }

    /// <summary>Adds the weights of a feature to the scores of the classes.</summary>
    public void Add(uint feature, Span<int> scores)
    {
        var at = Spread(feature) & mask;
        ulong slot;
        while ((slot = slots[at]) != 0)
        {
            if ((uint)(slot >> 32) == feature)
            {
                var offset = (int)(slot & uint.MaxValue) >> CountBits;
                var count = (int)slot & ((1 << CountBits) - 1);
                foreach (var pair in pairs.AsSpan(offset, count)) scores[pair & (MaxClasses - 1)] += pair >> ClassBits;
                return;
            }

            at = (at + 1) & mask;
        }
    }

    /// <summary>Builds a model from rows in ascending order of their feature.</summary>
    public static LinearModel Build(IReadOnlyList<FeatureRow> rows)
    {
        var model = new LinearModel(rows.Count, rows.Sum(r => r.Classes.Length));
        var offset = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Classes.Length; i++) model.pairs[offset + i] = Pair(row.Classes[i], row.Weights[i]);
            model.Insert(row.Feature, offset, row.Classes.Length);
            offset += row.Classes.Length;
        }

        return model;
    }

    public static void Write(BinaryWriter writer, IReadOnlyList<FeatureRow> rows)
    {
        writer.Write(rows.Count);
        writer.Write(rows.Sum(r => r.Classes.Length));
        var last = 0u;
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt((int)(row.Feature - last));
            last = row.Feature;
        }

        foreach (var row in rows) writer.Write((byte)row.Classes.Length);
        foreach (var row in rows) writer.Write(row.Classes);
        foreach (var row in rows)
        {
            foreach (var weight in row.Weights) writer.Write7BitEncodedInt((weight << 1) ^ (weight >> 31));
        }
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var features = reader.ReadInt32();
        var pairCount = reader.ReadInt32();
        if (features < 0 || pairCount < features || pairCount >= 1 << OffsetBits) throw new InvalidDataException("The sizes are out of range.");
        var model = new LinearModel(features, pairCount);
        var keys = ArrayPool<uint>.Shared.Rent(features);
        var last = 0u;
        for (var i = 0; i < features; i++) keys[i] = last += (uint)reader.Read7BitEncodedInt();
        var counts = reader.ReadBytes(features);
        var classes = reader.ReadBytes(pairCount);
        for (var i = 0; i < pairCount; i++)
        {
            var zigzag = reader.Read7BitEncodedInt();
            model.pairs[i] = Pair(classes[i], (zigzag >> 1) ^ -(zigzag & 1));
        }

        var offset = 0;
        for (var i = 0; i < features; i++)
        {
            model.Insert(keys[i], offset, counts[i]);
            offset += counts[i];
        }

        ArrayPool<uint>.Shared.Return(keys);
        return offset == pairCount ? model : throw new InvalidDataException("The rows do not fill the weights.");
    }

    private static short Pair(byte @class, int weight) =>
        @class < MaxClasses && Math.Abs(weight) <= MaxWeight
            ? (short)((weight << ClassBits) | @class)
            : throw new InvalidDataException("A weight is out of range.");

    private static uint Spread(uint feature) => (feature * 2654435769u) ^ (feature >> 15);

    private void Insert(uint feature, int offset, int count)
    {
        if (count is 0 or > MaxClasses) throw new InvalidDataException("A feature has no classes or too many.");
        var at = Spread(feature) & mask;
        while (slots[at] != 0) at = (at + 1) & mask;
        slots[at] = ((ulong)feature << 32) | ((uint)offset << CountBits) | (uint)count;
    }
}

/// <summary>The weights of one feature: parallel arrays of classes and their quantised weights.</summary>
internal sealed record FeatureRow(uint Feature, byte[] Classes, short[] Weights);
