using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NewsIngest.Language.Model;

/// <summary>
/// The weights of a linear model most of whose features weigh for a few classes only: a place of 16 bytes for each feature, with what tells it from
/// others and its weights; where those are too many, a row with one for every class. So small a table mostly stays in the processor's caches, and a
/// look-up is one access. Read-only after construction, so safe for concurrent use.
/// <para>Who knows some time before what it will add asks for it with <see cref="WillFind"/> and <see cref="WillAdd"/>, and does something else meanwhile.</para>
/// </summary>
internal sealed unsafe class SparseRows
{
    /// <summary>Classes at most, and weights of a row that has one for each.</summary>
    public const int Width = 64;

    /// <summary>Weights that a place has room for.</summary>
    public const int MostPairs = 7;

    private const byte IsDense = byte.MaxValue;

    // Marks the number of a dense row.
    private const uint Dense = 1u << 31;

    private readonly PerfectIndex index;
    private readonly FixedTable<Place> places;
    private readonly FixedTable<sbyte> rows;

    private SparseRows(PerfectIndex index, ReadOnlySpan<Place> places, ReadOnlySpan<sbyte> rows)
    {
        this.index = index;
        this.places = new FixedTable<Place>(places.Length + 1);
        places.CopyTo(this.places.Span);
        this.rows = new FixedTable<sbyte>(rows);
    }

    /// <summary>Places, with room for some more features.</summary>
    public int Count => index.Slots;

    /// <summary>The number that features without weights have.</summary>
    public uint Empty => (uint)index.Slots;

    /// <summary>Sets where features are looked for; the processor fetches those places.</summary>
    public void WillFind(ReadOnlySpan<uint> features, Span<uint> slots) => index.SlotsOf(features, slots, places.First, (uint)sizeof(Place));

    /// <summary>The number of a feature that <see cref="WillFind"/> gave this slot; <see cref="Empty"/> when training never touched it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint feature, uint slot)
    {
        var place = places.First + slot;
        if (place->Check != (ushort)feature) return Empty;
        return place->FirstClass == IsDense ? Dense | place->Row : slot;
    }

    /// <summary>Adds the numbers of features that <see cref="WillFind"/> gave these slots, but for those without weights; the processor fetches the rows.</summary>
    public void Find(ReadOnlySpan<uint> features, ReadOnlySpan<uint> slots, ref RowNumbers numbers)
    {
        var empty = Empty;
        for (var i = 0; i < features.Length; i++)
        {
            var number = Find(features[i], slots[i]);
            if (number == empty) continue;
            if (HasRow(number)) WillAdd(number);
            numbers.Add(number);
        }
    }

    /// <summary>Replaces features by their numbers, whose weights the processor fetches.</summary>
    public void FindAll(Span<uint> features)
    {
        Span<uint> slots = stackalloc uint[features.Length];
        WillFind(features, slots);
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = Find(features[i], slots[i]);
            WillAdd(features[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasRow(uint number) => (number & Dense) != 0;

    /// <summary>The processor fetches weights that will be added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WillAdd(uint number)
    {
        if (Sse.IsSupported) Sse.Prefetch0(HasRow(number) ? (void*)Row(number) : places.First + number);
    }

    /// <summary>The first weight of the row of a number that <see cref="HasRow"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public sbyte* Row(uint number) => rows.First + ((number & ~Dense) * Width);

    /// <summary>Adds the weights of a number that has no row to <see cref="Width"/> sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddPairs(uint number, short* sums)
    {
        var pair = (byte*)(places.First + number) + sizeof(ushort);
        for (var i = 0; i < MostPairs; i++, pair += 2) sums[pair[0]] += (sbyte)pair[1];
    }

    /// <exception cref="OverflowException">A weight is no byte.</exception>
    public static SparseRows Build(IReadOnlyCollection<FeatureRow> features)
    {
        var index = PerfectIndex.Build([.. features.Select(f => f.Feature)]);
        var places = new Place[index.Slots];
        var rows = new List<sbyte[]>();
        foreach (var feature in features)
        {
            ref var place = ref places[index.SlotOf(feature.Feature)];
            place.Check = (ushort)feature.Feature;
            if (feature.Classes.Length <= MostPairs)
            {
                Fill(ref place, feature);
                continue;
            }

            (place.FirstClass, place.Row) = (IsDense, (uint)rows.Count);
            rows.Add(new sbyte[Width]);
            for (var i = 0; i < feature.Classes.Length; i++) rows[^1][feature.Classes[i]] = checked((sbyte)feature.Weights[i]);
        }

        return new SparseRows(index, places, rows.SelectMany(row => row).ToArray());
    }

    public void Write(BinaryWriter writer)
    {
        index.Write(writer);
        writer.Write(MemoryMarshal.AsBytes(places.Span[..index.Slots]));
        writer.Write(rows.Count);
        writer.Write(MemoryMarshal.AsBytes(rows.Span));
    }

    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public static SparseRows Read(ModelReader reader)
    {
        var index = PerfectIndex.Read(reader);
        var places = MemoryMarshal.Cast<byte, Place>(reader.ReadBytes(checked(index.Slots * sizeof(Place))));
        var rows = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(reader.ReadInt32()));
        foreach (ref readonly var place in places)
        {
            if (!place.IsSound(rows.Length / Width)) throw new InvalidDataException("A place names a class or a row that is not there.");
        }

        return new SparseRows(index, places, rows);
    }

    private static void Fill(ref Place place, FeatureRow feature)
    {
        fixed (Place* first = &place)
        {
            var pair = (byte*)first + sizeof(ushort);
            for (var i = 0; i < feature.Classes.Length; i++, pair += 2) (pair[0], pair[1]) = (feature.Classes[i], (byte)checked((sbyte)feature.Weights[i]));
        }
    }

    /// <summary>Two bytes of the feature's key, then pairs of a class and its weight; or the number of a row.</summary>
    [StructLayout(LayoutKind.Explicit, Size = sizeof(ushort) + (2 * MostPairs))]
    private struct Place
    {
        [FieldOffset(0)]
        public ushort Check;

        [FieldOffset(2)]
        public byte FirstClass;

        [FieldOffset(4)]
        public uint Row;

        public readonly bool IsSound(int rowCount)
        {
            if (FirstClass == IsDense) return Row < (uint)rowCount;
            fixed (Place* first = &this)
            {
                var pair = (byte*)first + sizeof(ushort);
                for (var i = 0; i < MostPairs; i++)
                {
                    if (pair[2 * i] >= Width) return false;
                }
            }

            return true;
        }
    }
}
