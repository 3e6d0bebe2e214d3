using NewsIngest.Claims.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>Things that carry words: whoever issues, sends or airs one says what it says.</summary>
internal static class Utterances
{
    private static readonly WordSet Words = WordList.Of("utterance", WordList.Plural);

    public static bool Contains(ReadOnlySpan<char> noun) => Words.Contains(noun);
}
