using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Rules;

/// <summary>Verbs that do no more than give voice to the noun after them: "voiced scepticism", "issued a denial".</summary>
internal static class LightVerbs
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordList.Of("light-verb", VerbForms.Default.Of);

    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
