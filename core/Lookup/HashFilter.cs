using System.Numerics;

namespace NewsIngest.Lookup;

/// <summary>
/// A bit for each hash, some of which are shared (Bloom 1970, with one hash): where most of what is asked for is not there, this much the processor keeps at
/// hand. Safe for concurrent use once nothing is added any more.
/// </summary>
/// <param name="bits">Zeros, a power of two of them: see <see cref="WordsFor"/>.</param>
internal sealed class HashFilter(ulong[] bits)
{
    private const int Fewest = 16;
    private const int HashesInWord = 8;

    /// <summary>Of how many times 64 bits a filter is that takes at most one in eight of the hashes that were not added for one that was.</summary>
    public static int WordsFor(int hashes) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Fewest, hashes / HashesInWord));

    public void Add(uint hash) => bits[Word(hash)] |= Bit(hash);

    /// <summary>False when the hash was not added; sometimes true as well.</summary>
    public bool MayHold(uint hash) => (bits[Word(hash)] & Bit(hash)) != 0;

    private uint Word(uint hash) => (hash >> 6) & (uint)(bits.Length - 1);

    private static ulong Bit(uint hash) => 1ul << (int)(hash & 63);
}
