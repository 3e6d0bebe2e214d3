namespace NewsIngest.Language.Model;

/// <summary>
/// A linear classifier over hashed features. Each feature has a short row of (class, weight) pairs; features that training never
/// touched have none. Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed class LinearModel
{
    public const int MaxClasses = 64;

    /// <summary>Weights are stored in ten bits.</summary>
    public const int MaxWeight = WeightRows.MaxWeight;

    private const int MaxWeights = 1 << 25;

    private readonly FeatureTable table;
    private readonly WeightRows rows;

    private LinearModel(ReadOnlySpan<uint> features, ReadOnlySpan<byte> counts, ReadOnlySpan<byte> classes, ReadOnlySpan<short> weights)
    {
        var largest = 0;
        foreach (var @class in classes) largest = Math.Max(largest, @class);
        if (largest >= MaxClasses) throw new InvalidDataException("A class is out of range.");
        table = new FeatureTable(features.Length);
        rows = WeightRows.Create(largest + 1, features.Length, weights.Length);
        var offset = 0;
        for (var i = 0; i < features.Length; i++)
        {
            if (counts[i] is 0 or > MaxClasses) throw new InvalidDataException("A feature has no classes or too many.");
            table.Add(features[i], rows.Add(classes.Slice(offset, counts[i]), weights.Slice(offset, counts[i])));
            offset += counts[i];
        }
    }

    /// <summary>Adds the weights of the features to the scores of the classes; <paramref name="features"/> is scratch afterwards.</summary>
    public void Add(Span<uint> features, Span<int> scores) => rows.Sum(features[..table.Find(features)], scores);

    /// <summary>Builds a model from rows in ascending order of their feature.</summary>
    public static LinearModel Build(IReadOnlyList<FeatureRow> rows) => new(
        rows.Select(r => r.Feature).ToArray(), rows.Select(r => (byte)r.Classes.Length).ToArray(), rows.SelectMany(r => r.Classes).ToArray(), rows.SelectMany(r => r.Weights).ToArray());

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

    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public static LinearModel Read(ModelReader reader)
    {
        var featureCount = reader.ReadInt32();
        var weightCount = reader.ReadInt32();
        if (featureCount < 0 || weightCount < featureCount || weightCount >= MaxWeights) throw new InvalidDataException("The sizes are out of range.");
        var features = new uint[featureCount];
        reader.Read7BitEncoded(features);
        for (var i = 1; i < features.Length; i++) features[i] += features[i - 1];
        var counts = reader.ReadBytes(featureCount);
        var classes = reader.ReadBytes(weightCount);
        var sum = 0;
        foreach (var count in counts) sum += count;
        if (sum != weightCount) throw new InvalidDataException("The rows do not fill the weights.");
        var zigzags = new uint[weightCount];
        reader.Read7BitEncoded(zigzags);
        var weights = new short[weightCount];
        for (var i = 0; i < weights.Length; i++) weights[i] = (short)((int)(zigzags[i] >> 1) ^ -(int)(zigzags[i] & 1));
        return new LinearModel(features, counts, classes, weights);
    }
}

/// <summary>The weights of one feature: parallel arrays of classes and their quantised weights.</summary>
internal sealed record FeatureRow(uint Feature, byte[] Classes, short[] Weights);
