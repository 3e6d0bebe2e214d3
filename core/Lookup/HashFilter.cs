namespace NewsIngest.Lookup;

/// <summary>
/// A bit for each hash, some of which are shared (Bloom 1970, with one hash): where most of what is asked for is not there, this much the processor keeps at
/// hand. Safe for concurrent use once nothing is added any more.
/// </summary>
/// <param name="words">How many times 64 bits, a power of two.</param>
internal sealed class HashFilter(int words)
{
    private readonly ulong[] bits = new ulong[words];

    public void Add(uint hash) => bits[Word(hash)] |= Bit(hash);

    /// <summary>False when the hash was not added; sometimes true as well.</summary>
    public bool MayHold(uint hash) => (bits[Word(hash)] & Bit(hash)) != 0;

    private uint Word(uint hash) => (hash >> 6) & (uint)(bits.Length - 1);

    private static ulong Bit(uint hash) => 1ul << (int)(hash & 63);
}
