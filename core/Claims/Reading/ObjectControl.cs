using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Reading;

/// <summary>Verbs whose object does what the infinitive after it says: "led her to declare", "asked the mayor to say".</summary>
internal static class ObjectControl
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordList.Of("object-control", VerbForms.Default.Of);

    public static bool Contains(ReadOnlySpan<char> form) => Words.Contains(form);
}
