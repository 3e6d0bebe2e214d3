using System.Collections.Frozen;

namespace NewsIngest.Claims.Reading;

/// <summary>Words that stand for people without a noun: "several oppose it", "both have said".</summary>
internal static class Quantifiers
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "all", "another", "both", "each", "few", "half", "many", "most", "neither", "none", "several", "some", "those",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
