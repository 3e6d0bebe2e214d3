using NewsIngest.Lookup;

namespace NewsIngest.Parsing.Blocks;

/// <summary>The agencies and newsrooms that sign datelines, bylines and picture credits (Data/agencies.txt).</summary>
internal static class Agencies
{
    private static readonly WordSet Names = new(ParsingData.Lines("agencies.txt"), ignoresCase: true);

    private static readonly WordSet Initials = new(ParsingData.Lines("agencies.txt").Where(name => name.Length <= LongestInitials), ignoresCase: false);

    /// <summary>Up to this length a name must be written as listed: "PA" is an agency, "(Pa.)" is a state.</summary>
    private const int LongestInitials = 3;

    /// <summary>Whether the words, without surrounding punctuation, are the name of an agency.</summary>
    public static bool IsName(ReadOnlySpan<char> words)
    {
        words = words.Trim(" .,;:\t\u00A0");
        return words.Length <= LongestInitials ? Initials.Contains(words) : Names.Contains(words);
    }

    /// <summary>Whether one of the parts of <paramref name="credit"/>, cut at slashes, commas, "via" and "for", is an agency.</summary>
    public static bool IsIn(ReadOnlySpan<char> credit)
    {
        if (IsName(credit)) return true;
        foreach (var part in credit.SplitAny("/,|;·•-–—"))
        {
            var name = credit[part].Trim();
            if (IsName(name) || EndsWithName(name, " via ") || EndsWithName(name, " for ") || EndsWithName(name, " by ")) return true;
        }

        return false;
    }

    private static bool EndsWithName(ReadOnlySpan<char> name, string before)
    {
        var at = name.LastIndexOf(before, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && IsName(name[(at + before.Length)..]);
    }
}
