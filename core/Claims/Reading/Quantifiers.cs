using NewsIngest.Claims.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>Words that stand for people without a noun: "several oppose it", "both have said".</summary>
internal static class Quantifiers
{
    private static readonly WordSet Words = WordList.Of("quantifier");

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
