using NewsIngest.Claims.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Reading;

/// <summary>Verbs whose object does what the infinitive after it says: "led her to declare", "asked the mayor to say".</summary>
internal static class ObjectControl
{
    private static readonly WordSet Words = WordList.Of("object-control", VerbForms.Default.Of);

    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
