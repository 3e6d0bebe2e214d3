using System.Numerics;
using System.Runtime.CompilerServices;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>Collects feature keys in a buffer that the caller owns.</summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    private readonly Span<uint> buffer = buffer;

    public int Count { get; private set; }

    public void Add(uint template, uint a) => Put(Features.Key(template, a));

    public void Add(uint template, uint a, uint b) => Put(Features.Key(template, a, b));

    public void Add(uint template, uint a, uint b, uint c) => Put(Features.Key(template, a, b, c));

    /// <summary>One feature for each class the word has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddBits(uint template, WordClass classes, uint with = 0)
    {
        for (var bits = (uint)classes; bits != 0; bits &= bits - 1) Put(Features.Key(template + (uint)BitOperations.TrailingZeroCount(bits), with));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(uint key)
    {
        if (Count < buffer.Length) buffer[Count++] = key;
    }
}
