using System.Text.RegularExpressions;

namespace NewsIngest.Parsing;

/// <summary>Chooses what to call the publisher where a wire file names it in several places.</summary>
internal static partial class Publishers
{
    /// <summary>The first candidate that is a name and no address ("northwire.example"); without one the first of all.</summary>
    public static string? Best(params ReadOnlySpan<string?> candidates)
    {
        string? first = null;
        foreach (var candidate in candidates)
        {
            if (string.IsNullOrWhiteSpace(candidate)) continue;
            var name = candidate.Trim(' ', '\n', '\r', '\t', '-', '–');
            if (name.Length == 0) continue;
            if (!Address().IsMatch(name)) return name;
            first ??= name;
        }

        return first;
    }

    /// <summary>Who holds the copyright: "© 2024 Northwire" → Northwire; null where the line says more than that.</summary>
    public static string? Holder(string? copyrightLine) => copyrightLine is not null && Notice().Match(copyrightLine) is { Success: true } notice ? notice.Groups["name"].Value : null;

    /// <summary>The initials when they are those of a known agency.</summary>
    public static string? Agency(string initials) => Blocks.Agencies.IsName(initials) ? initials : null;

    [GeneratedRegex(@"^(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,10}/?$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*(?:\(c\)|©|copyright)[\s:]*(?:\d{4}\s*)?(?<name>\p{L}[^\d.;:()©]{1,40}?)\s*(?:\d{4})?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Notice();
}
