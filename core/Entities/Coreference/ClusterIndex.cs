using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// Which clusters a name could belong to at all: those near it that share a last name, a beginning, a nickname, an acronym or a canonical
/// name with it. Keeps the rules away from all others, so that a text with thousands of names is still read in linear time.
/// </summary>
internal sealed class ClusterIndex(EntityLexicon lexicon)
{
    private readonly Dictionary<string, NearbyClusters> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<Cluster> seen = [];

    public void Add(Cluster cluster, NameMention mention)
    {
        foreach (var key in Keys(mention, asked: false))
        {
            if (!byKey.TryGetValue(key, out var clusters)) byKey.Add(key, clusters = new NearbyClusters());
            clusters.Add(mention.Span.First, cluster);
        }
    }

    /// <summary>The candidates, each once, nearest first: what was mentioned before the name is nearer than what comes after it.</summary>
    public List<Cluster> Candidates(NameMention mention)
    {
        seen.Clear();
        foreach (var key in Keys(mention, asked: true))
        {
            if (byKey.TryGetValue(key, out var clusters)) clusters.AddNear(mention.Span.First, seen);
        }

        var found = new List<(int Distance, Cluster Cluster)>(seen.Count);
        foreach (var cluster in seen)
        {
            if (cluster.Type == mention.Type) found.Add((cluster.DistanceTo(mention.Span.First), cluster));
        }

        found.Sort((a, b) => a.Distance.CompareTo(b.Distance));
        return [.. found.Select(f => f.Cluster)];
    }

    /// <param name="mention">The name.</param>
    /// <param name="asked">Whether it looks for its cluster: a full name has less in common with others than it can be found by.</param>
    private IEnumerable<string> Keys(NameMention mention, bool asked) => mention.Type switch
    {
        EntityType.Place => PlaceKeys(mention),
        EntityType.Person => PersonKeys(mention, asked),
        EntityType.Organization => OrganizationKeys(mention),
        _ => [mention.Folded],
    };

    private IEnumerable<string> PlaceKeys(NameMention mention)
    {
        yield return mention.Folded;
        if (lexicon.Country(mention.Surface) is { } country) yield return "=" + country;
    }

    private IEnumerable<string> PersonKeys(NameMention mention, bool asked)
    {
        yield return mention.Folded;
        var person = mention.Person;
        if (person.IsFull)
        {
            yield return "last:" + person.Last;
            yield return $"begin:{person.Words[0]} {person.Words[1]}";
            if (asked && person.Words.Count == 2) yield return $"begin:{person.Words[1]} {person.Words[0]}";
            if (asked) yield break;
        }

        foreach (var word in person.Words) yield return "word:" + word;
        foreach (var group in lexicon.Nicknames.GroupsOf(person.Given)) yield return $"~{group}";
    }

    private IEnumerable<string> OrganizationKeys(NameMention mention)
    {
        yield return mention.Folded;
        if (lexicon.Organization(mention.Surface) is { } known) yield return "=" + known;
        var words = mention.Surface.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) yield break;
        yield return Fold.Text(words[0]);
        yield return Fold.Text(words[^1]);
        yield return Initials(words.Where(w => char.IsUpper(w[0])));
        yield return Initials(words);
    }

    private static string Initials(IEnumerable<string> words) => string.Concat(words.Select(w => Fold.Text(w.AsSpan(0, 1))));
}
