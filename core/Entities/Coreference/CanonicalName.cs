namespace NewsIngest.Entities.Coreference;

/// <summary>Chooses the fullest form that an article gives of a name.</summary>
internal static class CanonicalName
{
    public static string Choose(IReadOnlyList<NameMention> names)
    {
        var best = names[0];
        foreach (var name in names.OrderBy(n => n.Span.First))
        {
            if (Rank(name).CompareTo(Rank(best)) > 0 || (Rank(name) == Rank(best) && name.Span.First < best.Span.First)) best = name;
        }

        return Clean(best.Surface);
    }

    private static (int Words, int Length, bool MixedCase) Rank(NameMention name) => name.Type switch
    {
        EntityType.Person => (name.Surface.Count(c => c is ' ' or '-'), name.Person.Words.Sum(w => w.Length), HasSmall(name.Surface)),
        EntityType.Organization => (name.Surface.Count(c => c == ' '), 0, HasSmall(name.Surface)),
        _ => (0, 0, HasSmall(name.Surface)),
    };

    private static bool HasSmall(string name) => name.Any(char.IsLower);

    /// <summary>A name that runs over a line end is still one name.</summary>
    public static string Clean(string name) =>
        name.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : name;
}
