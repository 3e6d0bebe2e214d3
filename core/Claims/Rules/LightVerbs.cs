using NewsIngest.Claims.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Rules;

/// <summary>Verbs that do no more than give voice to the noun after them: "voiced scepticism", "issued a denial".</summary>
internal static class LightVerbs
{
    private static readonly WordSet Words = WordList.Of("light-verb", VerbForms.Default.Of);

    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
