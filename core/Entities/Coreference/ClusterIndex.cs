using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// Which clusters a name could belong to at all: those near it that share a last name, a beginning, a nickname, an acronym or a canonical
/// name with it. Keeps the rules away from all others, so that a text with thousands of names is still read in linear time.
/// </summary>
internal sealed class ClusterIndex
{
    /// <summary>The tables of a longer text are not kept for the next one.</summary>
    private const int MostKept = 4096;

    [ThreadStatic]
    private static ClusterIndex? spare;

    private readonly Dictionary<ulong, NearbyClusters> byKey = [];
    private readonly HashSet<Cluster> seen = [];

    // Filled anew for each name.
    private readonly List<ulong> keys = [];
    private readonly List<(int Distance, Cluster Cluster)> found = [];

    // Those of earlier texts come first: the tables of one text serve the next.
    private readonly List<NearbyClusters> places = [];
    private int placesUsed;
    private EntityLexicon lexicon;

    private ClusterIndex(EntityLexicon lexicon) => this.lexicon = lexicon;

    /// <summary>An empty index, which goes back by <see cref="Return"/>.</summary>
    public static ClusterIndex Rent(EntityLexicon lexicon)
    {
        if (spare is not { } index) return new ClusterIndex(lexicon);
        spare = null;
        index.lexicon = lexicon;
        return index;
    }

    /// <summary>Empties the index for the next text; whoever still holds it must not use it any more.</summary>
    public void Return()
    {
        if (placesUsed > MostKept) return;
        for (var i = 0; i < placesUsed; i++) places[i].Clear();
        placesUsed = 0;
        byKey.Clear();
        seen.Clear();
        keys.Clear();
        found.Clear();
        spare = this;
    }

    public void Add(Cluster cluster, NameMention mention)
    {
        ReadKeys(mention, asked: false);
        foreach (var key in keys)
        {
            if (!byKey.TryGetValue(key, out var clusters)) byKey.Add(key, clusters = NextPlace());
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

    private NearbyClusters NextPlace()
    {
        if (placesUsed == places.Count) places.Add(new NearbyClusters());
        return places[placesUsed++];
    }

    /// <param name="mention">The name.</param>
    /// <param name="asked">Whether it looks for its cluster: a full name has less in common with others than it can be found by.</param>
    private void ReadKeys(NameMention mention, bool asked)
    {
        keys.Clear();
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, mention.Folded));
        switch (mention.Type)
        {
            case EntityType.Place:
                AddKnown(mention.Known);
                break;
            case EntityType.Person:
                AddPerson(mention.Person, asked);
                break;
            case EntityType.Organization:
                AddKnown(mention.Known);
                AddOrganization(mention.Surface);
                break;
        }
    }

    private void AddKnown(string? known)
    {
        if (known is not null) keys.Add(ClusterKey.Of(ClusterKeyKind.Known, known));
    }

    private void AddPerson(PersonName person, bool asked)
    {
        if (person.IsFull)
        {
            keys.Add(ClusterKey.Of(ClusterKeyKind.Last, person.Last));
            keys.Add(ClusterKey.Of(ClusterKeyKind.Beginning, person.Words[0], person.Words[1]));
            if (asked && person.Words.Count == 2) keys.Add(ClusterKey.Of(ClusterKeyKind.Beginning, person.Words[1], person.Words[0]));
            if (asked) return;
        }

        foreach (var word in person.Words) keys.Add(ClusterKey.Of(ClusterKeyKind.Word, word));
        foreach (var group in lexicon.Nicknames.GroupsOf(person.Given)) keys.Add(ClusterKey.OfNumber(ClusterKeyKind.Nickname, group));
    }

    private void AddOrganization(string name)
    {
        var initials = new Initials(name);
        if (initials.Words < 2) return;
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, initials.FirstWord));
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, initials.LastWord));
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, Initials.Of(name, capitalsOnly: true)));
        keys.Add(ClusterKey.Of(ClusterKeyKind.Folded, Initials.Of(name, capitalsOnly: false)));
    }
}
