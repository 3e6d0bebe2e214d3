using NewsIngest.Articles;
using NewsIngest.Entities.Coreference;

namespace NewsIngest.Entities;

/// <summary>
/// The entities of one article while it is analysed: coreference is resolved, unnamed sources may still be added by the claims.
/// Not safe for concurrent use.
/// </summary>
public sealed class ArticleEntities
{
    private readonly EntityText text;
    private readonly SpeakerResolver speakers;
    private readonly List<Cluster> clusters;
    private readonly List<MentionDraft> mentions;
    private readonly Dictionary<string, int> usedIds = new(StringComparer.Ordinal);
    private readonly string articleId;
    private int asked;

    internal ArticleEntities(Article article, EntityText text, List<Cluster> clusters, DiscourseReader reader)
    {
        articleId = article.Id;
        this.text = text;
        this.clusters = clusters;
        mentions = reader.Read();
        clusters.AddRange(reader.Described);
        speakers = new SpeakerResolver(text, mentions, reader, Writer(article));
        foreach (var cluster in clusters.OrderBy(static c => c.Mentions[0].First)) IdOf(cluster);
    }

    /// <summary>
    /// The entity that the noun phrase of tokens [<paramref name="firstToken"/>, <paramref name="endToken"/>) refers to as a speaker:
    /// a name, a role ("the foreign minister"), a pronoun, a metonym, or an unnamed source, which is then added. Null when it can be none of these.
    /// </summary>
    public SpeakerReference? ResolveSpeaker(int firstToken, int endToken)
    {
        var (first, end) = (text.Whole.FromStory(firstToken), endToken > firstToken ? text.Whole.FromStory(endToken - 1) + 1 : 0);
        if (speakers.Resolve(first, end) is not { Cluster: { } cluster } mention) return null;
        if (cluster.Id is null) clusters.Add(cluster);
        return new SpeakerReference(IdOf(cluster), cluster.CanonicalName, cluster.Type, text.StartOf(mention.First), text.EndOf(mention.End - 1));
    }

    /// <summary>Ids of the entities mentioned in [start, end) of the text (UTF-16), each once, in text order.</summary>
    public IReadOnlyList<string> MentionedIn(int start, int end)
    {
        var found = new List<string>();
        asked++;
        for (var i = FirstAtOrAfter(start); i < mentions.Count && text.StartOf(mentions[i].First) < end; i++)
        {
            var cluster = mentions[i].Cluster!;
            if (cluster.Id is null || cluster.Type == EntityType.UnnamedSource || text.EndOf(mentions[i].End - 1) > end) continue;
            if (cluster.LastAsked == asked) continue;
            cluster.LastAsked = asked;
            found.Add(cluster.Id);
        }

        return found;
    }

    /// <summary>The finished entities, in order of first mention.</summary>
    public IReadOnlyList<Entity> ToList()
    {
        var entities = new List<Entity>(clusters.Count);
        foreach (var cluster in clusters)
        {
            if (cluster.Mentions.Count > 0) entities.Add(ToEntity(cluster));
        }

        // Ids are unique, so that the order of two is always decided.
        entities.Sort(static (a, b) => a.Mentions[0].Start.CompareTo(b.Mentions[0].Start) is var byStart and not 0 ? byStart : string.CompareOrdinal(a.Id, b.Id));
        return entities;
    }

    /// <summary>The person whose byline the article carries: the mentioned one of that name, or a new one. Null with no or several authors.</summary>
    private Cluster? Writer(Article article)
    {
        if (article.Authors is not [var author]) return null;
        var key = Lexicon.Fold.Text(author);
        return clusters.Find(c => c.Type == EntityType.Person && Lexicon.Fold.Text(c.Name) == key) ?? new Cluster(author, EntityType.Person);
    }

    private int FirstAtOrAfter(int start)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.StartOf(mentions[middle].First) < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private Entity ToEntity(Cluster cluster)
    {
        var ordered = InTextOrder(cluster.Mentions);
        return new Entity
        {
            Id = IdOf(cluster),
            Name = cluster.CanonicalName,
            Type = cluster.Type,
            SameAs = cluster.SameAs,
            Aliases = Aliases(cluster, ordered),
            Roles = cluster.Roles.Count < 2 ? cluster.Roles : [.. cluster.Roles.Distinct().OrderBy(r => r.Span.Start)],
            Mentions = ordered.ConvertAll(m => new Mention(text.StartOf(m.First), text.EndOf(m.End - 1), m.Kind, m.RuleId)),
        };
    }

    private static List<MentionDraft> InTextOrder(List<MentionDraft> mentions)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            var (before, after) = (mentions[i - 1], mentions[i]);
            if (after.First < before.First || after.First == before.First && after.End < before.End) return [.. mentions.OrderBy(m => m.First).ThenBy(m => m.End)];
        }

        return mentions;
    }

    private List<string> Aliases(Cluster cluster, List<MentionDraft> ordered)
    {
        const int few = 32;
        var aliases = new List<string>();
        foreach (var mention in ordered)
        {
            if (mention.Kind == MentionKind.Name) Add(CanonicalName.Clean(text.Surface(mention.First, mention.End)));
        }

        foreach (var name in cluster.KnownAliases) Add(name);
        return aliases.Count > few ? [.. aliases.Distinct(StringComparer.Ordinal)] : aliases;

        void Add(string name)
        {
            if (name != cluster.CanonicalName && (aliases.Count > few || !aliases.Contains(name))) aliases.Add(name);
        }
    }

    private string IdOf(Cluster cluster)
    {
        if (cluster.Id is { } given) return given;
        var name = cluster.KeyName ?? cluster.KnownName ?? (cluster.Type == EntityType.Organization ? text.Lexicon.Organization(cluster.Name) : null) ?? cluster.Name;
        // A bare surname means somebody else in the next article.
        var isLocal = cluster.IsLocal
            || cluster.Type == EntityType.UnnamedSource
            || cluster.Type == EntityType.Person && cluster.KnownName is null && !name.Contains(' ', StringComparison.Ordinal);
        var wanted = EntityKey.Of(name, cluster.Type, isLocal ? articleId : null);
        var id = wanted;
        for (var n = usedIds.GetValueOrDefault(wanted) + 1; !usedIds.TryAdd(id, 1); n++)
        {
            id = $"{wanted}-{n}";
            usedIds[wanted] = n;
        }

        cluster.Id = id;
        return id;
    }
}

/// <summary>A resolved speaker: entity id, canonical name, and the passage that names it (UTF-16, end-exclusive).</summary>
public sealed record SpeakerReference(string EntityId, string Name, EntityType Type, int Start, int End);
