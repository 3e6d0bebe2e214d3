using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NewsIngest.Language.Model;

/// <summary>
/// The weights of a linear model: a row of bytes for each feature, which lies in one cache line, and apart from them a number for each
/// row by which a feature knows it for its own. Read-only after construction, so safe for concurrent use.
/// <para>The rows are larger than the processor's caches: who knows some time before which ones it will add asks for them with
/// <see cref="WillFind"/>, and does something else meanwhile.</para>
/// </summary>
internal sealed unsafe class ByteRows
{
    public const int MaxWeight = sbyte.MaxValue;

    private readonly PerfectIndex index;
    private readonly FixedTable<ushort> checks;
    private readonly FixedTable<sbyte> rows;
    private readonly int width;

    private ByteRows(PerfectIndex index, ushort[] checks, ReadOnlySpan<sbyte> weights, int width)
    {
        this.index = index;
        this.width = width;
        this.checks = new FixedTable<ushort>(checks);
        rows = new FixedTable<sbyte>(weights.Length + width);
        weights.CopyTo(rows.Span);
    }

    /// <summary>Rows with room for some more.</summary>
    public int Count => index.Slots;

    /// <summary>The number of the row that features without weights have.</summary>
    public uint Empty => (uint)index.Slots;

    /// <summary>The number of a feature's row; <see cref="Empty"/> when training never touched the feature.</summary>
    public uint Find(uint feature) => index.SlotOf(feature) is var slot && checks.First[slot] == (ushort)feature ? slot : Empty;

    /// <summary>Sets where features are looked for; the processor fetches those places.</summary>
    public void WillFind(ReadOnlySpan<uint> features, Span<uint> slots) => index.SlotsOf(features, slots, checks.First, sizeof(ushort));

    /// <summary>
    /// Moves the row numbers of those features that have a row to the front of <paramref name="features"/>, in their order; the processor fetches the
    /// rows. <paramref name="slots"/> are those of <see cref="WillFind"/>.
    /// </summary>
    /// <returns>How many there are.</returns>
    public int FindAll(Span<uint> features, ReadOnlySpan<uint> slots)
    {
        var check = checks.First;
        var row = rows.First;
        var (empty, bytes) = (Empty, (uint)width);
        ref var feature = ref MemoryMarshal.GetReference(features);
        ref var slot = ref MemoryMarshal.GetReference(slots[..features.Length]);
        nuint found = 0;
        for (nuint i = 0; i < (nuint)features.Length; i++)
        {
            var place = Unsafe.Add(ref slot, i);
            var isThere = check[place] == (ushort)Unsafe.Add(ref feature, i);
            var number = isThere ? place : empty;
            if (Sse.IsSupported) Sse.Prefetch0(row + (number * bytes));
            Unsafe.Add(ref feature, found) = number;
            found += isThere ? 1u : 0u;
        }

        return (int)found;
    }

    /// <summary>Both at once.</summary>
    public int FindAll(Span<uint> features)
    {
        Span<uint> slots = stackalloc uint[features.Length];
        WillFind(features, slots);
        return FindAll(features, slots);
    }

    /// <summary>The first weight of a row.</summary>
    public ref sbyte this[uint number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *(rows.First + (number * (uint)width));
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
        writer.Write(MemoryMarshal.AsBytes(checks.Span));
        writer.Write(MemoryMarshal.AsBytes(rows.Span[..(index.Slots * width)]));
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
