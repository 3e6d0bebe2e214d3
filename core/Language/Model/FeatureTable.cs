using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIngest.Language.Model;

/// <summary>
/// A hash table from feature keys (never 0) to values, too large for the processor's caches. A bucket is one cache line, eight keys and
/// then their values, so that a look-up costs one miss; and <see cref="Find"/> takes no branch on what it finds, so that the misses of
/// many look-ups overlap. What does not fit into a bucket goes on in the next.
/// </summary>
internal sealed class FeatureTable
{
    private const int Slots = 8;
    private const int LineLength = 2 * Slots;
    private const int LineBytes = LineLength * sizeof(uint);

    // Fuller tables are smaller but overflow more: at five of eight, seven lines in a hundred are full.
    private const int FilledSlots = 5;

    private readonly uint[] lines;
    private readonly int start;
    private readonly uint buckets;

    public FeatureTable(int features)
    {
        buckets = (uint)Math.Max(1, (features + FilledSlots - 1) / FilledSlots);
        lines = GC.AllocateArray<uint>(checked((int)(buckets + 1) * LineLength), pinned: true);
        start = (int)((LineBytes - (Marshal.UnsafeAddrOfPinnedArrayElement(lines, 0) % LineBytes)) % LineBytes) / sizeof(uint);
    }

    /// <summary>Replaces the features by the values of those that the table holds, in order, and returns how many they are.</summary>
    public int Find(Span<uint> features)
    {
        ref var table = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lines), start);
        ref var into = ref MemoryMarshal.GetReference(features);
        var found = 0;
        foreach (var feature in features)
        {
            ref var line = ref Unsafe.Add(ref table, Bucket(feature) * LineLength);
            var match = Matches(ref line, feature);
            if ((Flag(match == 0) & Flag(Unsafe.Add(ref line, Slots - 1) != 0)) != 0)
            {
                if (TryFindFurther(feature, out var value)) Unsafe.Add(ref into, found++) = value;
                continue;
            }

            Unsafe.Add(ref into, found) = Unsafe.Add(ref line, Slots + (BitOperations.TrailingZeroCount(match) & (Slots - 1)));
            found += Flag(match != 0);
        }

        return found;
    }

    /// <exception cref="InvalidDataException">The key is 0, or the table has no room left.</exception>
    public void Add(uint feature, uint value)
    {
        if (feature == 0) throw new InvalidDataException("A feature has the key 0.");
        var bucket = Bucket(feature);
        for (var tried = 0u; tried < buckets; tried++)
        {
            var line = lines.AsSpan(start + (int)(bucket * LineLength), LineLength);
            var free = line[..Slots].IndexOf(0u);
            if (free >= 0)
            {
                line[free] = feature;
                line[Slots + free] = value;
                return;
            }

            bucket = bucket + 1 == buckets ? 0 : bucket + 1;
        }

        throw new InvalidDataException("There are more features than announced.");
    }

    private bool TryFindFurther(uint feature, out uint value)
    {
        ref var table = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lines), start);
        var bucket = Bucket(feature);
        for (var tried = 0u; tried < buckets; tried++)
        {
            ref var line = ref Unsafe.Add(ref table, bucket * LineLength);
            var match = Matches(ref line, feature);
            value = Unsafe.Add(ref line, Slots + (BitOperations.TrailingZeroCount(match) & (Slots - 1)));
            if (match != 0) return true;
            if (Unsafe.Add(ref line, Slots - 1) == 0) return false;
            bucket = bucket + 1 == buckets ? 0 : bucket + 1;
        }

        value = 0;
        return false;
    }

    /// <summary>One bit for each slot of the line that holds the feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Matches(ref uint line, uint feature) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref line), Vector256.Create(feature)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Bucket(uint feature) => (uint)(((ulong)((feature * 2654435769u) ^ (feature >> 15)) * buckets) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Flag(bool condition) => condition ? 1 : 0;
}
