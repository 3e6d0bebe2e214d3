using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>
/// The weights of the tagger: a row of bytes for each feature, one cache line long, and apart from them a number for each row by which a
/// feature knows it for its own. Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed class TagRows
{
    /// <summary>Classes in a row.</summary>
    public const int Width = 64;

    public const int MaxWeight = sbyte.MaxValue;

    private readonly PerfectIndex index;
    private readonly ushort[] checks;
    private readonly sbyte[] rows;
    private readonly int start;

    private TagRows(PerfectIndex index, ushort[] checks, ReadOnlySpan<sbyte> weights)
    {
        this.index = index;
        this.checks = checks;
        rows = GC.AllocateArray<sbyte>(weights.Length + (2 * Width), pinned: true);
        start = (int)((Width - (Marshal.UnsafeAddrOfPinnedArrayElement(rows, 0) % Width)) % Width);
        weights.CopyTo(rows.AsSpan(start));
    }

    /// <summary>The row of a feature; the empty one when training never touched it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint feature)
    {
        var slot = index.SlotOf(feature);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(checks), slot) == (ushort)feature ? slot : (uint)index.Slots;
    }

    /// <summary>The sum of <paramref name="own"/>, a row of sums, and the rows with these numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector512<short> Low, Vector512<short> High) Sum(ReadOnlySpan<short> own, ReadOnlySpan<uint> numbers)
    {
        ref var sums = ref MemoryMarshal.GetReference(own);
        var low = Vector512.LoadUnsafe(ref sums);
        var high = Vector512.LoadUnsafe(ref sums, Width / 2);
        foreach (var number in numbers)
        {
            var row = Vector512.LoadUnsafe(ref Row(number));
            low += Vector512.WidenLower(row);
            high += Vector512.WidenUpper(row);
        }

        return (low, high);
    }

    /// <summary>Rows with room for some more.</summary>
    public int Count => index.Slots;

    public static TagRows Build(IReadOnlyList<FeatureRow> features)
    {
        var index = PerfectIndex.Build([.. features.Select(f => f.Feature)]);
        var checks = new ushort[index.Slots];
        var weights = new sbyte[index.Slots * Width];
        foreach (var feature in features)
        {
            var slot = (int)index.SlotOf(feature.Feature);
            var row = weights.AsSpan(slot * Width, Width);
            for (var i = 0; i < feature.Classes.Length; i++) row[feature.Classes[i]] = checked((sbyte)feature.Weights[i]);
            checks[slot] = (ushort)feature.Feature;
        }

        return new TagRows(index, checks, weights);
    }

    public void Write(BinaryWriter writer)
    {
        index.Write(writer);
        writer.Write(MemoryMarshal.AsBytes(checks.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(rows.AsSpan(start, index.Slots * Width)));
    }

    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public static TagRows Read(ModelReader reader)
    {
        var index = PerfectIndex.Read(reader);
        return new TagRows(index, reader.ReadArray<ushort>(index.Slots), MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(checked(index.Slots * Width))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref sbyte Row(uint number) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), start + (int)(number * Width));
}
