using NewsIngest.Lookup;

namespace NewsIngest.Entities.Coreference;

/// <summary>The clusters that share something, by where they are mentioned. What is asked for a place in the text is only the nearest of them.</summary>
internal sealed class NearbyClusters
{
    private const int Reach = 40;
    private readonly List<(int At, Cluster Cluster)> entries = [];

    /// <summary>Where the second run of entries starts: names come in two runs, the full ones and the short ones, each in text order.</summary>
    private int runStart;

    /// <summary>The cluster, when there is one alone.</summary>
    public Cluster? Only => entries.Count == 1 ? entries[0].Cluster : null;

    public void Clear()
    {
        entries.Clear();
        runStart = 0;
    }

    public void Add(int token, Cluster cluster)
    {
        if (runStart == 0 && entries.Count > 0 && entries[^1].At > token) runStart = entries.Count;
        else if (entries.Count > 0 && entries[^1].Cluster == cluster) return;
        entries.Add((token, cluster));
    }

    /// <summary>Adds those around a token of the text: the last before and the first after it.</summary>
    public void AddNear(int token, HashSet<Cluster> into)
    {
        AddNear(token, 0, runStart, into);
        AddNear(token, runStart, entries.Count, into);
    }

    private void AddNear(int token, int from, int to, HashSet<Cluster> into)
    {
        var after = Ordered.FirstNotBefore(from, to, (entries, token), static (i, of) => of.entries[i].At <= of.token);
        for (var i = Math.Max(from, after - Reach); i < Math.Min(to, after + Reach); i++) into.Add(entries[i].Cluster);
    }
}
