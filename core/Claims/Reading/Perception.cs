using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Reading;

/// <summary>Verbs whose object does what the participle after it says: "heard the mayor calling for calm".</summary>
internal static class Perception
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms = new[] { "catch", "depict", "film", "find", "have", "hear", "notice", "record", "see", "watch" }
        .SelectMany(VerbForms.Default.Of).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> form) => Forms.Contains(form);
}
