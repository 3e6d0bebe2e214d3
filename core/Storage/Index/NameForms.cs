using NewsIngest.Entities;
using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Storage.Index;

/// <summary>The names an entity can be asked by, folded.</summary>
internal static class NameForms
{
    private const int LongestHonorific = 3;

    /// <summary>Folds a name and takes honorifics off its front: "Mr Putin" and "President Putin" are "putin".</summary>
    public static string Of(string name)
    {
        var folded = NameFolding.Fold(name);
        while (Lead(folded) is { } lead) folded = folded[lead..];
        return folded;
    }

    /// <summary>The form of a name that a user asks for: countries and world bodies by any of their names are meant by their first.</summary>
    public static string Asked(string name)
    {
        var lexicon = EntityLexicon.Default;
        var shown = name.Trim();
        // Acronyms are told by their capitals, which a user need not type.
        var capitals = shown.ToUpperInvariant();
        return Of(lexicon.Country(shown) ?? lexicon.Organization(shown) ?? lexicon.Country(capitals) ?? lexicon.Organization(capitals) ?? name);
    }

    /// <summary>The forms under which an entity is found: its name, its aliases, and the surname of a person; each once.</summary>
    public static IReadOnlyList<string> Of(Entity entity)
    {
        var forms = new List<string>();
        Add(forms, Of(entity.Name));
        foreach (var alias in entity.Aliases) Add(forms, Of(alias));
        if (entity.Type == EntityType.Person && forms.Count > 0 && Surname(forms[0]) is { } surname) Add(forms, surname);
        return forms;
    }

    /// <summary>
    /// The form that stands in an id such as "person.ada-roth" (see <see cref="EntityKey"/>), null when it holds none: an entity with that form
    /// among its own is found by it, and needs no rows of its id.
    /// </summary>
    public static string? InId(string id) =>
        id.Split('.') is ["person" or "organization" or "place" or "source" or "other", { Length: > 0 } slug] ? Of(slug.Replace('-', ' ')) : null;

    /// <summary>Where an honorific or article at the front ends and the name begins; null when there is none.</summary>
    private static int? Lead(string folded)
    {
        if (folded.StartsWith("the ", StringComparison.Ordinal)) return "the ".Length;
        int? lead = null;
        var end = -1;
        for (var words = 1; words <= LongestHonorific && (end = folded.IndexOf(' ', end + 1)) > 0; words++)
        {
            if (EntityLexicon.Default.HonorificOf(folded.AsSpan(0, end)) is not null) lead = end + 1;
        }

        return lead;
    }

    private static string? Surname(string form)
    {
        var words = form.Split(' ');
        var last = words.Length - 1;
        while (last > 0 && words[last] is "jr" or "sr" or "ii" or "iii" or "iv") last--;
        return last > 0 ? words[last] : null;
    }

    private static void Add(List<string> forms, string form)
    {
        if (form.Length > 0 && !forms.Contains(form)) forms.Add(form);
    }
}
