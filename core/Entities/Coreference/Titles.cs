namespace NewsIngest.Entities.Coreference;

/// <summary>Compares titles: spelling variants and short forms of one office.</summary>
internal static class Titles
{
    /// <summary>Whether a later "minister" can be the "foreign minister" named before. Both are <see cref="Normal"/>.</summary>
    public static bool Match(string known, string later)
    {
        var before = known.Length - later.Length - 1;
        if (before < 0) return known == later;
        // The vice president is not the president.
        return known[before] == ' ' && known.EndsWith(later, StringComparison.Ordinal) && known.AsSpan(0, before) is not ("vice" or "deputy" or "shadow" or "assistant");
    }

    /// <summary>Whether who has the title leads a state: "the Norwegian leader".</summary>
    public static bool IsLeader(string title) =>
        title is "president" or "prime minister" or "premier" or "chancellor" or "king" or "queen" or "emir" or "sultan" or "supreme leader" or "interim president" or "acting president";

    /// <summary>The form of a title in which it is compared with others.</summary>
    public static string Normal(string title) => (MayVary(title) ? InOneSpelling(title) : title) switch
    {
        "premier" => "prime minister",
        "boss" or "ceo" or "chief executive officer" => "chief executive",
        var normal => normal,
    };

    private static bool MayVary(ReadOnlySpan<char> title) => title.Contains('-') || title.Contains("  ", StringComparison.Ordinal)
        || title.Contains("spokes", StringComparison.Ordinal) || title.Contains("chair", StringComparison.Ordinal);

    private static string InOneSpelling(string title) => title.Replace('-', ' ').Replace("  ", " ", StringComparison.Ordinal)
        .Replace("spokeswoman", "spokesperson", StringComparison.Ordinal).Replace("spokesman", "spokesperson", StringComparison.Ordinal)
        .Replace("chairwoman", "chair", StringComparison.Ordinal).Replace("chairman", "chair", StringComparison.Ordinal)
        .Replace("chairperson", "chair", StringComparison.Ordinal);
}
