using NewsIngest.Claims.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>Nouns that say when, not who.</summary>
internal static class TimeWords
{
    private static readonly WordSet Words = WordList.Of("time");

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
