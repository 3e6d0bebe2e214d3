using System.Collections.Frozen;

namespace NewsIngest.Parsing.Blocks;

/// <summary>The given names that the recognizer of people knows as well (Entities/Data/given-names.txt).</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenSet<string>> Names = new(() => ParsingData.GivenNames().ToFrozenSet(StringComparer.Ordinal));

    public static bool Contain(ReadOnlySpan<char> name) => Names.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
