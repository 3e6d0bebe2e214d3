namespace NewsIngest.Entities.Coreference;

/// <summary>Compares titles: spelling variants and short forms of one office.</summary>
internal static class Titles
{
    /// <summary>Whether a later "minister" can be the "foreign minister" named before.</summary>
    public static bool Match(string known, string later)
    {
        var a = Normal(known);
        var b = Normal(later);
        if (a == b) return true;
        // The vice president is not the president.
        return a.EndsWith(b, StringComparison.Ordinal) && a[^(b.Length + 1)] == ' ' && a[..^(b.Length + 1)] is not ("vice" or "deputy" or "shadow" or "assistant");
    }

    /// <summary>Whether who has the title leads a state: "the Norwegian leader".</summary>
    public static bool IsLeader(string title) =>
        title is "president" or "prime minister" or "premier" or "chancellor" or "king" or "queen" or "emir" or "sultan" or "supreme leader" or "interim president" or "acting president";

    private static string Normal(string title) => (MayVary(title) ? InOneSpelling(title) : title) switch
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
