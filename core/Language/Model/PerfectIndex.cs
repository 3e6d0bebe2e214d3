using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NewsIngest.Language.Model;

/// <summary>
/// Gives each key of a fixed set a slot of its own (perfect hashing with pilots: Pibiri and Trani 2021, "PTHash"). A key that is not of
/// the set gets the slot of another: who must tell them apart keeps something of the key in the slot.
/// </summary>
internal sealed unsafe class PerfectIndex
{
    private const int KeysPerBucket = 4;
    private const int PilotCount = ushort.MaxValue + 1;
    private const ulong Mixer = 0x9E3779B97F4A7C15;
    private const ulong SlotMixer = 0xC2B2AE3D27D4EB4F;

    private readonly FixedTable<ushort> pilots;
    private readonly uint slots;

    private PerfectIndex(ushort[] pilots, uint slots)
    {
        this.pilots = new FixedTable<ushort>(pilots);
        this.slots = slots;
    }

    public int Slots => (int)slots;

    public uint SlotOf(uint key) => Slot(key, pilots.First[Bucket(key, pilots.Count)], slots);

    /// <summary>The slots of keys; the processor fetches their places in a table with <paramref name="width"/> bytes for each slot.</summary>
    public void SlotsOf(ReadOnlySpan<uint> keys, Span<uint> into, void* table, uint width)
    {
        var first = pilots.First;
        var (buckets, all) = (pilots.Count, slots);
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var slot = ref MemoryMarshal.GetReference(into[..keys.Length]);
        for (nuint i = 0; i < (nuint)keys.Length; i++)
        {
            var next = Unsafe.Add(ref key, i);
            var found = Slot(next, first[Bucket(next, buckets)], all);
            Unsafe.Add(ref slot, i) = found;
            if (Sse.IsSupported) Sse.Prefetch0((byte*)table + ((nuint)found * width));
        }
    }

    /// <exception cref="ArgumentException">A key is there twice.</exception>
    public static PerfectIndex Build(IReadOnlyList<uint> keys)
    {
        if (keys.Distinct().Count() != keys.Count) throw new ArgumentException("A key is there twice.", nameof(keys));
        // A few slots stay free: the last keys would otherwise look for theirs too long.
        var slots = (uint)(keys.Count + (keys.Count / 50) + 1);
        var buckets = (keys.Count / KeysPerBucket) + 1;
        var pilots = new ushort[buckets];
        var taken = new bool[slots];
        foreach (var bucket in keys.GroupBy(key => Bucket(key, buckets)).OrderByDescending(b => b.Count()).ThenBy(b => b.Key))
        {
            var pilot = PilotFor([.. bucket], taken, slots);
            pilots[bucket.Key] = (ushort)pilot;
            foreach (var key in bucket) taken[Slot(key, pilot, slots)] = true;
        }

        return new PerfectIndex(pilots, slots);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(slots);
        writer.Write(pilots.Count);
        foreach (var pilot in pilots.Span) writer.Write(pilot);
    }

    /// <exception cref="InvalidDataException">The sizes are out of range.</exception>
    public static PerfectIndex Read(ModelReader reader)
    {
        var slots = reader.ReadUInt32();
        var buckets = reader.ReadInt32();
        if (slots is 0 or > int.MaxValue || buckets <= 0 || buckets > slots) throw new InvalidDataException("The sizes of an index are out of range.");
        return new PerfectIndex(reader.ReadArray<ushort>(buckets), slots);
    }

    private static uint PilotFor(uint[] keys, bool[] taken, uint slots)
    {
        var wanted = new HashSet<uint>(keys.Length);
        for (var pilot = 0u; pilot < PilotCount; pilot++)
        {
            wanted.Clear();
            if (keys.All(key => Slot(key, pilot, slots) is var slot && !taken[slot] && wanted.Add(slot))) return pilot;
        }

        throw new InvalidOperationException("No pilot gives the keys of a bucket slots of their own.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bucket(uint key, int buckets) => (uint)(((ulong)(key * (uint)(Mixer >> 32)) * (uint)buckets) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(uint key, uint pilot, uint slots)
    {
        var hash = (key ^ (pilot * Mixer)) * SlotMixer;
        return (uint)(((ulong)(uint)(hash ^ (hash >> 32)) * slots) >> 32);
    }
}
