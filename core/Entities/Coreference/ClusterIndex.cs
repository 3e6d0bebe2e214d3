using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// Which clusters a name could belong to at all: those that share a word, a nickname, an acronym or a canonical name with it. Keeps the
/// rules away from all others, so that a text with thousands of names is still read in linear time.
/// </summary>
internal sealed class ClusterIndex(EntityLexicon lexicon)
{
    private readonly Dictionary<string, List<Cluster>> byKey = new(StringComparer.Ordinal);

    public void Add(Cluster cluster, NameMention mention)
    {
        foreach (var key in Keys(mention))
        {
            if (!byKey.TryGetValue(key, out var list)) byKey.Add(key, list = []);
            if (!list.Contains(cluster)) list.Add(cluster);
        }
    }

    /// <summary>The candidates, each once, oldest first.</summary>
    public List<Cluster> Candidates(NameMention mention)
    {
        var found = new List<Cluster>();
        foreach (var key in Keys(mention))
        {
            if (!byKey.TryGetValue(key, out var list)) continue;
            foreach (var cluster in list)
            {
                if (cluster.Type == mention.Type && !found.Contains(cluster)) found.Add(cluster);
            }
        }

        return found;
    }

    private IEnumerable<string> Keys(NameMention mention)
    {
        yield return mention.Folded;
        if (mention.Type == EntityType.Place)
        {
            if (lexicon.Country(mention.Surface) is { } country) yield return "=" + country;
            yield break;
        }

        if (mention.Type == EntityType.Person)
        {
            foreach (var word in mention.Person.Words) yield return word;
            foreach (var group in lexicon.Nicknames.GroupsOf(mention.Person.Given)) yield return $"~{group}";
            yield break;
        }

        if (mention.Type != EntityType.Organization) yield break;
        if (lexicon.Organization(mention.Surface) is { } known) yield return "=" + known;
        var words = mention.Surface.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1) yield break;
        yield return Fold.Text(words[0]);
        if (words.Length > 1) yield return Fold.Text(words[^1]);
        yield return Initials(words.Where(w => char.IsUpper(w[0])));
        yield return Initials(words);
    }

    private static string Initials(IEnumerable<string> words) => string.Concat(words.Select(w => Fold.Text(w.AsSpan(0, 1))));
}
