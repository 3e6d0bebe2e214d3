using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>The keys of the <see cref="ClusterIndex"/> that a name has.</summary>
internal static class NameKeys
{
    /// <summary>Those by which a cluster with this name is found.</summary>
    public static ulong[] OfCluster(NameForm name) => Of(name, wanted: false);

    /// <summary>Those by which the name looks for its cluster. A person's full name has less in common with others than it can be found by; of any other name they are the same.</summary>
    public static ulong[] Wanted(NameForm name) => Of(name, wanted: true);

    private static ulong[] Of(NameForm name, bool wanted)
    {
        var keys = new List<ulong> { ClusterKey.Of(ClusterKeyKind.Folded, name.Folded) };
        if (name.Known is { } known) keys.Add(ClusterKey.Of(ClusterKeyKind.Known, known));
        if (name.Type == EntityType.Person) AddPerson(name.Person, wanted, keys);
        if (name.Type == EntityType.Organization) AddOrganization(name.Surface, keys);
        return [.. keys];
    }

    private static void AddPerson(PersonName person, bool wanted, List<ulong> keys)
    {
        if (person.IsFull)
        {
            keys.Add(ClusterKey.Of(ClusterKeyKind.Last, person.Last));
            keys.Add(ClusterKey.Of(ClusterKeyKind.Beginning, person.Words[0], person.Words[1]));
            if (wanted && person.Words.Count == 2) keys.Add(ClusterKey.Of(ClusterKeyKind.Beginning, person.Words[1], person.Words[0]));
            if (wanted) return;
        }

        foreach (var word in person.Words) keys.Add(ClusterKey.Of(ClusterKeyKind.Word, word));
        foreach (var group in EntityLexicon.Default.Nicknames.GroupsOf(person.Given)) keys.Add(ClusterKey.OfNumber(ClusterKeyKind.Nickname, group));
    }

    private static void AddOrganization(string name, List<ulong> keys)
    {
        var initials = new Initials(name);
        if (initials.Words < 2) return;
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, initials.FirstWord));
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, initials.LastWord));
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, Initials.Of(name, capitalsOnly: true)));
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, Initials.Of(name, capitalsOnly: false)));
    }
}
