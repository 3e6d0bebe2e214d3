using NewsIngest.Entities;

namespace NewsIngest.Storage.Index;

/// <summary>The names an entity can be asked by, folded.</summary>
internal static class NameForms
{
    private static readonly Lazy<string[]> Honorifics = new(() => ResourceLines.Read("honorifics.txt"));

    /// <summary>Folds a name and takes honorifics off its front: "Mr Putin" and "President Putin" are "putin".</summary>
    public static string Of(string name)
    {
        var folded = NameFolding.Fold(name);
        for (var again = true; again;)
        {
            again = false;
            foreach (var honorific in Honorifics.Value)
            {
                if (folded.Length <= honorific.Length + 1 || folded[honorific.Length] != ' ' || !folded.StartsWith(honorific, StringComparison.Ordinal)) continue;
                folded = folded[(honorific.Length + 1)..];
                again = true;
            }
        }

        return folded;
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
