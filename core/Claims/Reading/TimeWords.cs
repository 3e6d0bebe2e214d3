using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Reading;

/// <summary>Nouns that say when, not who.</summary>
internal static class TimeWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordList.Of("time");

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
