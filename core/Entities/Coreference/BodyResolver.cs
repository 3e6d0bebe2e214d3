using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// Links descriptions of a state's bodies to the body that the article names ("the defence ministry in Oslo" to "Norwegian Defence
/// Ministry"), or to a body known by its description only, which has the same id in every article when the state is known.
/// </summary>
internal sealed class BodyResolver
{
    public const string BodyRule = "state-body";

    private const int MostOfAKind = 40;
    private readonly EntityText text;
    private readonly Dictionary<string, List<(HashSet<string> Words, string? Country, Cluster Cluster)>> byKind = new(StringComparer.Ordinal);

    public BodyResolver(EntityText text, List<Cluster> named)
    {
        this.text = text;
        foreach (var cluster in named)
        {
            if (cluster.Type == EntityType.Organization) Add(cluster);
        }
    }

    /// <summary>The mention; its cluster is new when it has no other mention.</summary>
    public MentionDraft Resolve(BodyPhrase phrase)
    {
        var cluster = Find(phrase) ?? Create(phrase);
        var draft = text.NewMention(phrase.First, phrase.End, MentionKind.Nominal, BodyRule);
        draft.IsSubject = SubjectFinder.IsSubject(text, draft);
        cluster.Add(draft);
        return draft;
    }

    private Cluster? Find(BodyPhrase phrase)
    {
        if (!byKind.TryGetValue(phrase.Kind, out var bodies)) return null;
        foreach (var (words, country, cluster) in bodies)
        {
            if (words.Count == phrase.Fields.Count && phrase.Fields.All(words.Contains) && (country == phrase.Country || country is null || phrase.Country is null)) return cluster;
        }

        return null;
    }

    private Cluster Create(BodyPhrase phrase)
    {
        var isOwn = phrase.Country is not null;
        var surface = CanonicalName.Clean(text.Surface(phrase.NameFirst, phrase.End));
        var key = isOwn ? string.Join(' ', phrase.Fields.Prepend(text.Lexicon.AdjectiveOf(phrase.Country!)).Append(phrase.Kind)) : null;
        var cluster = text.NewCluster(surface, EntityType.Organization);
        (cluster.IsLocal, cluster.KeyName) = (!isOwn, key);
        Keep(phrase.Kind, [.. phrase.Fields], phrase.Country, cluster);
        return cluster;
    }

    /// <summary>"Norwegian Defence Ministry" and "Ministry of Defence": kind, fields and state by the words of a name.</summary>
    private void Add(Cluster cluster)
    {
        string? kind = null, country = null;
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var words = cluster.Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (i + 1 < words.Length && text.Lexicon.StateBodies.KindOf(word, words[i + 1]) is { } pair)
            {
                kind = pair;
                i++;
                continue;
            }

            var folded = text.Lexicon.StateBodies.Spelling(Fold.Text(word));
            if (text.Lexicon.StateBodies.KindOf(word, WordLook.None, isKnownWord: true) is { } found) kind = found;
            else if ((text.Lexicon.PlaceOfDemonym(word) ?? text.Lexicon.Country(word)) is { } state) country = state;
            else if (text.Lexicon.GenericNouns.IsField(word)) fields.Add(folded);
            else if (word is not ("of" or "and" or "the" or "for" or "&")) return;
        }

        if (fields.Count > 1) fields.Remove("affairs");
        if (kind is not null && (fields.Count > 0 || kind.Contains(' ', StringComparison.Ordinal))) Keep(kind, fields, country, cluster);
    }

    private void Keep(string kind, HashSet<string> fields, string? country, Cluster cluster)
    {
        if (!byKind.TryGetValue(kind, out var bodies)) byKind.Add(kind, bodies = []);
        if (bodies.Count < MostOfAKind) bodies.Add((fields, country, cluster));
    }
}
