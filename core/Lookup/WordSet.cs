using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace NewsIngest.Lookup;

/// <summary>
/// Words that are found by their letters, numbered in the order in which they were added. Cheap to build and compiled ahead with the rest:
/// a frozen set pays for its start only after thousands of articles, and over values it is compiled anew in each process.
/// Safe for concurrent use once nothing is added any more.
/// </summary>
internal sealed class WordSet
{
    private const int Smallest = 16;
    private const int Letters = 32;
    private const int MostLengths = 32;

    private readonly bool ignoresCase;
    private readonly List<string> words = [];

    /// <summary>By the last bits of the first letter, a bit for each length of a word: most words that are asked for end here.</summary>
    private readonly uint[] lengths = new uint[Letters];

    /// <summary>The hash of a word, and behind it one more than its number; 0 where there is none.</summary>
    private ulong[] slots;
    private int shift;

    /// <param name="ignoresCase">Whether words are the same that <see cref="StringComparison.OrdinalIgnoreCase"/> says are, else those of the same letters.</param>
    /// <param name="capacity">About as many words are expected.</param>
    public WordSet(bool ignoresCase, int capacity = 0)
    {
        this.ignoresCase = ignoresCase;
        Resize(BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, capacity * 2)));
    }

    public WordSet(IEnumerable<string> words, bool ignoresCase)
        : this(ignoresCase)
    {
        foreach (var word in words) Add(word);
    }

    /// <summary>The words by their numbers.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The number of a word, which is the next one when it is new.</summary>
    public int Add(string word)
    {
        var slot = SlotOf(word, out var hash);
        if (slots[slot] != 0) return Number(slots[slot]);
        words.Add(word);
        if (word.Length > 0) LengthsLike(word) |= Bit(word.Length);
        slots[slot] = ((ulong)hash << 32) | (uint)words.Count;
        if (words.Count * 2 > slots.Length) Resize((uint)slots.Length * 2);
        return words.Count - 1;
    }

    public bool Contains(ReadOnlySpan<char> word) => Find(word) >= 0;

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => MayHold(word) ? Number(slots[SlotOf(word, out _)]) : -1;

    /// <summary>The number of the shortest word, of those of less than 32 letters, that <paramref name="text"/> begins with, or -1.</summary>
    public int FindBeginning(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return -1;
        for (var left = LengthsLike(text); left != 0; left &= left - 1)
        {
            var length = BitOperations.TrailingZeroCount(left);
            if (length > text.Length) break;
            if (Number(slots[SlotOf(text[..length], out _)]) is >= 0 and var number) return number;
        }

        return -1;
    }

    private bool MayHold(ReadOnlySpan<char> word) => word.IsEmpty || (LengthsLike(word) & Bit(word.Length)) != 0;

    /// <summary>The lengths of the words that begin as this one does.</summary>
    private ref uint LengthsLike(ReadOnlySpan<char> word) => ref lengths[Letter(word[0]) % Letters];

    /// <summary>The longest words share one.</summary>
    private static uint Bit(int length) => 1u << Math.Min(length, MostLengths - 1);

    private static int Number(ulong slot) => (int)(uint)slot - 1;

    private int SlotOf(ReadOnlySpan<char> word, out uint hash)
    {
        hash = Hash(word);
        for (var slot = (int)(hash >> shift); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = slots[slot];
            if (entry == 0 || ((uint)(entry >> 32) == hash && Same(word, words[Number(entry)]))) return slot;
        }
    }

    private bool Same(ReadOnlySpan<char> word, string other) => ignoresCase ? word.Equals(other, StringComparison.OrdinalIgnoreCase) : word.SequenceEqual(other);

    /// <summary>Of the length and five letters: the words of one table seldom agree in all of them.</summary>
    private uint Hash(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return 0;
        var last = word.Length - 1;
        var quarter = word.Length >> 2;
        var hash = (uint)word.Length;
        hash = (hash * 31) + Letter(word[0]);
        hash = (hash * 31) + Letter(word[quarter]);
        hash = (hash * 31) + Letter(word[word.Length >> 1]);
        hash = (hash * 31) + Letter(word[last - quarter]);
        hash = (hash * 31) + Letter(word[last]);
        return hash * 2654435769;
    }

    /// <summary>The same for letters that differ in case alone.</summary>
    private uint Letter(char c)
    {
        const uint small = 0x20;
        return !ignoresCase ? c : char.IsAscii(c) ? c | small : 0;
    }

    [MemberNotNull(nameof(slots))]
    private void Resize(uint size)
    {
        slots = new ulong[size];
        shift = 32 - BitOperations.Log2(size);
        for (var number = 0; number < words.Count; number++)
        {
            var slot = SlotOf(words[number], out var hash);
            slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
        }
    }
}
