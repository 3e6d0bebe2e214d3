using System.Collections.Frozen;
using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Parsing.Blocks;

/// <summary>The given names that the recognizer of persons knows (Entities/Data/given-names.txt).</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenSet<string>> Names = new(() =>
        EntityData.Keyed("given-names.txt").SelectMany(line => line.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal));

    public static bool Contain(ReadOnlySpan<char> name) => Names.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
