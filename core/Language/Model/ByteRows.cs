using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsIngest.Language.Model;

/// <summary>
/// The weights of a linear model: a row of bytes for each feature, which lies in one cache line, and apart from them a number for each
/// row by which a feature knows it for its own. Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed class ByteRows
{
    public const int MaxWeight = sbyte.MaxValue;

    private const int CacheLine = 64;

    private readonly PerfectIndex index;
    private readonly ushort[] checks;
    private readonly sbyte[] rows;
    private readonly int start;
    private readonly int width;

    private ByteRows(PerfectIndex index, ushort[] checks, ReadOnlySpan<sbyte> weights, int width)
    {
        this.index = index;
        this.checks = checks;
        this.width = width;
        rows = GC.AllocateArray<sbyte>(weights.Length + width + CacheLine, pinned: true);
        start = (int)((CacheLine - (Marshal.UnsafeAddrOfPinnedArrayElement(rows, 0) % CacheLine)) % CacheLine);
        weights.CopyTo(rows.AsSpan(start));
    }

    /// <summary>Rows with room for some more.</summary>
    public int Count => index.Slots;

    /// <summary>The number of a feature's row; that of the empty one when training never touched the feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint feature)
    {
        var slot = index.SlotOf(feature);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(checks), slot) == (ushort)feature ? slot : (uint)index.Slots;
    }

    /// <summary>The first weight of a row.</summary>
    public ref sbyte this[uint number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), start + (int)(number * (uint)width));
    }

    /// <summary><paramref name="width"/> divides the length of a cache line and is above every class.</summary>
    /// <exception cref="OverflowException">A weight is no byte.</exception>
    public static ByteRows Build(IReadOnlyCollection<FeatureRow> features, int width)
    {
        var index = PerfectIndex.Build([.. features.Select(f => f.Feature)]);
        var checks = new ushort[index.Slots];
        var weights = new sbyte[index.Slots * width];
        foreach (var feature in features)
        {
            var slot = (int)index.SlotOf(feature.Feature);
            var row = weights.AsSpan(slot * width, width);
            for (var i = 0; i < feature.Classes.Length; i++) row[feature.Classes[i]] = checked((sbyte)feature.Weights[i]);
            checks[slot] = (ushort)feature.Feature;
        }

        return new ByteRows(index, checks, weights, width);
    }

    public void Write(BinaryWriter writer)
    {
        index.Write(writer);
        writer.Write(MemoryMarshal.AsBytes(checks.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(rows.AsSpan(start, index.Slots * width)));
    }

    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public static ByteRows Read(ModelReader reader, int width)
    {
        var index = PerfectIndex.Read(reader);
        return new ByteRows(index, reader.ReadArray<ushort>(index.Slots), MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(checked(index.Slots * width))), width);
    }
}

/// <summary>The weights of one feature: parallel arrays of classes and their quantised weights.</summary>
internal sealed record FeatureRow(uint Feature, byte[] Classes, short[] Weights);
