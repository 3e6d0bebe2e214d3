using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// Which clusters a name could belong to at all: those near it that share a last name, a beginning, a nickname, an acronym or a canonical
/// name with it. Keeps the rules away from all others, so that a text with thousands of names is still read in linear time.
/// </summary>
internal sealed class ClusterIndex(EntityLexicon lexicon)
{
    private readonly Dictionary<ClusterKey, NearbyClusters> byKey = [];
    private readonly HashSet<Cluster> seen = [];

    // Filled anew for each name.
    private readonly List<ClusterKey> keys = [];
    private readonly List<(int Distance, Cluster Cluster)> found = [];

    public void Add(Cluster cluster, NameMention mention)
    {
        ReadKeys(mention, asked: false);
        foreach (var key in keys)
        {
            if (!byKey.TryGetValue(key, out var clusters)) byKey.Add(key, clusters = new NearbyClusters());
            clusters.Add(mention.Span.First, cluster);
        }
    }

    /// <summary>The candidates, each once, nearest first: what was mentioned before the name is nearer than what comes after it. Valid until the next name.</summary>
    public List<(int Distance, Cluster Cluster)> Candidates(NameMention mention)
    {
        seen.Clear();
        ReadKeys(mention, asked: true);
        foreach (var key in keys)
        {
            if (byKey.TryGetValue(key, out var clusters)) clusters.AddNear(mention.Span.First, seen);
        }

        found.Clear();
        foreach (var cluster in seen)
        {
            if (cluster.Type == mention.Type) found.Add((cluster.DistanceTo(mention.Span.First), cluster));
        }

        found.Sort(static (a, b) => a.Distance.CompareTo(b.Distance));
        return found;
    }

    /// <param name="mention">The name.</param>
    /// <param name="asked">Whether it looks for its cluster: a full name has less in common with others than it can be found by.</param>
    private void ReadKeys(NameMention mention, bool asked)
    {
        keys.Clear();
        keys.Add(new ClusterKey(ClusterKeyKind.Folded, mention.Folded));
        switch (mention.Type)
        {
            case EntityType.Place:
                AddKnown(lexicon.Country(mention.Surface));
                break;
            case EntityType.Person:
                AddPerson(mention.Person, asked);
                break;
            case EntityType.Organization:
                AddKnown(lexicon.Organization(mention.Surface));
                AddOrganization(mention.Surface);
                break;
        }
    }

    private void AddKnown(string? known)
    {
        if (known is not null) keys.Add(new ClusterKey(ClusterKeyKind.Known, known));
    }

    private void AddPerson(PersonName person, bool asked)
    {
        if (person.IsFull)
        {
            keys.Add(new ClusterKey(ClusterKeyKind.Last, person.Last));
            keys.Add(new ClusterKey(ClusterKeyKind.Beginning, person.Words[0], person.Words[1]));
            if (asked && person.Words.Count == 2) keys.Add(new ClusterKey(ClusterKeyKind.Beginning, person.Words[1], person.Words[0]));
            if (asked) return;
        }

        foreach (var word in person.Words) keys.Add(new ClusterKey(ClusterKeyKind.Word, word));
        foreach (var group in lexicon.Nicknames.GroupsOf(person.Given)) keys.Add(new ClusterKey(ClusterKeyKind.Nickname, "", Number: group));
    }

    private void AddOrganization(string name)
    {
        var initials = new Initials(name);
        if (initials.Words < 2) return;
        keys.Add(new ClusterKey(ClusterKeyKind.Folded, Fold.Text(initials.FirstWord)));
        keys.Add(new ClusterKey(ClusterKeyKind.Folded, Fold.Text(initials.LastWord)));
        keys.Add(new ClusterKey(ClusterKeyKind.Folded, Initials.Of(name, capitalsOnly: true)));
        keys.Add(new ClusterKey(ClusterKeyKind.Folded, Initials.Of(name, capitalsOnly: false)));
    }
}
