using NewsIngest.Lookup;

namespace NewsIngest.Parsing.Blocks;

/// <summary>The given names that the recognizer of people knows as well (Entities/Data/given-names.txt).</summary>
internal static class GivenNames
{
    private static readonly Lazy<WordSet> Names = new(() => new WordSet(ParsingData.GivenNames(), ignoresCase: false));

    public static bool Contain(ReadOnlySpan<char> name) => Names.Value.Contains(name);
}
