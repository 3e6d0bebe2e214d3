using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Reading;

/// <summary>Things that carry words: whoever issues, sends or airs one says what it says.</summary>
internal static class Utterances
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordList.Of("utterance", WordList.Plural);

    public static bool Contains(ReadOnlySpan<char> noun) => Words.Contains(noun);
}
