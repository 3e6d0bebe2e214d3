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
    private readonly List<(int Distance, Cluster Cluster)> found = [];

    // Those of earlier texts come first: the tables of one text serve the next.
    private readonly List<NearbyClusters> places = [];
    private int placesUsed;

    /// <summary>An empty index, which goes back by <see cref="Return"/>.</summary>
    public static ClusterIndex Rent()
    {
        if (spare is not { } index) return new ClusterIndex();
        spare = null;
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
        found.Clear();
        spare = this;
    }

    public void Add(Cluster cluster, NameMention mention)
    {
        foreach (var key in mention.Form.Keys)
        {
            if (!byKey.TryGetValue(key, out var clusters)) byKey.Add(key, clusters = NextPlace());
            clusters.Add(mention.Span.First, cluster);
        }
    }

    /// <summary>The cluster that has the name, or is found by it, when no other is.</summary>
    public Cluster? OnlyBearer(NameMention mention) => byKey.TryGetValue(mention.Form.FoldedKey, out var clusters) ? clusters.Only : null;

    /// <summary>The candidates, each once, nearest first: what was mentioned before the name is nearer than what comes after it. Valid until the next name.</summary>
    public List<(int Distance, Cluster Cluster)> Candidates(NameMention mention)
    {
        seen.Clear();
        foreach (var key in mention.Form.WantedKeys)
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
}
