using NewsIngest.Claims.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>Verbs whose object does what the participle after it says: "heard the mayor calling for calm".</summary>
internal static class Perception
{
    private static readonly WordSet Words = WordList.Of("perception", VerbForms.Default.Of);

    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
