namespace NewsIngest.Entities.Coreference;

/// <summary>Chooses the fullest form that an article gives of a name.</summary>
internal static class CanonicalName
{
    public static string Choose(List<NameMention> names)
    {
        var best = names[0];
        foreach (var name in names)
        {
            if (name == best) continue;
            var compared = Rank(name).CompareTo(Rank(best));
            if (compared > 0 || compared == 0 && name.Span.First < best.Span.First) best = name;
        }

        return Clean(best.Surface);
    }

    private static (int Words, int Length, bool MixedCase) Rank(NameMention name) => name.Type switch
    {
        EntityType.Person => (name.Surface.AsSpan().Count(' ') + name.Surface.AsSpan().Count('-'), Letters(name.Form.Person), HasSmall(name.Surface)),
        EntityType.Organization => (name.Surface.AsSpan().Count(' '), 0, HasSmall(name.Surface)),
        _ => (0, 0, HasSmall(name.Surface)),
    };

    private static int Letters(PersonName name)
    {
        var letters = 0;
        foreach (var word in name.Words) letters += word.Length;
        return letters;
    }

    private static bool HasSmall(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }

    /// <summary>A name that runs over a line end is still one name.</summary>
    public static string Clean(string name) =>
        name.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : name;
}
