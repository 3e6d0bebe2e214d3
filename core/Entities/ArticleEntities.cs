using NewsIngest.Articles;
using NewsIngest.Entities.Coreference;
using NewsIngest.Lookup;

namespace NewsIngest.Entities;

/// <summary>
/// The entities of one article while it is analysed: coreference is resolved, unnamed sources may still be added by the claims.
/// Not safe for concurrent use.
/// </summary>
public sealed class ArticleEntities
{
    private const int FewAliases = 32;
    private readonly EntityText text;
    private readonly SpeakerResolver speakers;
    private readonly List<Cluster> clusters;
    private readonly List<MentionDraft> mentions;
    private readonly Dictionary<string, int> usedIds;
    private readonly string scope;
    private readonly List<string> found;
    private int asked;

    internal ArticleEntities(Article article, EntityText text, List<Cluster> clusters, DiscourseReader reader)
    {
        scope = EntityKey.Scope(article.Id);
        this.text = text;
        this.clusters = clusters;
        usedIds = text.Scratch.UsedIds;
        found = text.Scratch.Strings;
        mentions = reader.Read();
        clusters.AddRange(reader.Described);
        speakers = new SpeakerResolver(text, mentions, reader, Writer(article));
        GiveIds();
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

    /// <summary>Ids of the entities mentioned in passages of the text, each once, in text order.</summary>
    public IReadOnlyList<string> MentionedIn(IReadOnlyList<TextSpan> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        found.Clear();
        asked++;
        for (var i = 0; i < passages.Count; i++) FindIn(passages[i]);
        return found.Count == 0 ? [] : found.ToArray();
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
        return clusters.Find(c => c.Type == EntityType.Person && Lexicon.Fold.Text(c.Name) == key) ?? text.NewCluster(author, EntityType.Person);
    }

    private void FindIn(TextSpan passage)
    {
        for (var i = FirstAtOrAfter(passage.Start); i < mentions.Count && text.StartOf(mentions[i].First) < passage.End; i++)
        {
            var cluster = mentions[i].Cluster!;
            if (cluster.Id is null || cluster.Type == EntityType.UnnamedSource || text.EndOf(mentions[i].End - 1) > passage.End) continue;
            if (cluster.LastAsked == asked) continue;
            cluster.LastAsked = asked;
            found.Add(cluster.Id);
        }
    }

    private int FirstAtOrAfter(int start) =>
        Ordered.FirstNotBefore(0, mentions.Count, (text, mentions, start), static (i, of) => of.text.StartOf(of.mentions[i].First) < of.start);

    /// <summary>In the order of first mention: of two with one name the first has the plain id.</summary>
    private void GiveIds()
    {
        const int mostOnStack = 256;
        var order = clusters.Count <= mostOnStack ? stackalloc long[mostOnStack] : new long[clusters.Count];
        order = order[..clusters.Count];
        for (var i = 0; i < clusters.Count; i++) order[i] = ((long)clusters[i].Mentions[0].First << 32) | (uint)i;
        order.Sort();
        foreach (var place in order) IdOf(clusters[(int)(uint)place]);
    }

    private Entity ToEntity(Cluster cluster)
    {
        var ordered = InTextOrder(cluster.Mentions);
        var passages = new Mention[ordered.Count];
        for (var i = 0; i < passages.Length; i++)
        {
            var mention = ordered[i];
            passages[i] = new Mention(text.StartOf(mention.First), text.EndOf(mention.End - 1), mention.Kind, mention.RuleId);
        }

        return new Entity
        {
            Id = IdOf(cluster),
            Name = cluster.CanonicalName,
            Type = cluster.Type,
            SameAs = cluster.SameAs,
            Aliases = Aliases(cluster, ordered),
            Roles = Roles(cluster.Roles),
            Mentions = passages,
        };
    }

    private static Role[] Roles(List<Role> roles) => roles.Count switch
    {
        0 => [],
        1 => roles.ToArray(),
        _ => roles.Distinct().OrderBy(static r => r.Span.Start).ToArray(),
    };

    private static List<MentionDraft> InTextOrder(List<MentionDraft> mentions)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            var (before, after) = (mentions[i - 1], mentions[i]);
            if (after.First < before.First || after.First == before.First && after.End < before.End) return [.. mentions.OrderBy(m => m.First).ThenBy(m => m.End)];
        }

        return mentions;
    }

    private string[] Aliases(Cluster cluster, List<MentionDraft> ordered)
    {
        found.Clear();
        foreach (var mention in ordered)
        {
            if (mention.Kind == MentionKind.Name && !text.Passage(mention.First, mention.End).SequenceEqual(cluster.CanonicalName))
                AddAlias(cluster, CanonicalName.Clean(text.Surface(mention.First, mention.End)));
        }

        foreach (var name in cluster.KnownAliases) AddAlias(cluster, name);
        if (found.Count == 0) return [];
        return found.Count > FewAliases ? found.Distinct(StringComparer.Ordinal).ToArray() : found.ToArray();
    }

    private void AddAlias(Cluster cluster, string name)
    {
        if (name != cluster.CanonicalName && (found.Count > FewAliases || !found.Contains(name))) found.Add(name);
    }

    private string IdOf(Cluster cluster)
    {
        if (cluster.Id is { } given) return given;
        var name = cluster.KeyName ?? cluster.KnownName ?? (cluster.Type == EntityType.Organization ? text.Lexicon.Organization(cluster.Name) : null) ?? cluster.Name;
        // A bare surname means somebody else in the next article.
        var isLocal = cluster.IsLocal
            || cluster.Type == EntityType.UnnamedSource
            || cluster.Type == EntityType.Person && cluster.KnownName is null && !name.Contains(' ', StringComparison.Ordinal);
        var wanted = EntityKey.Of(name, cluster.Type, isLocal ? scope : null);
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
public readonly record struct SpeakerReference(string EntityId, string Name, EntityType Type, int Start, int End);
