using NewsIngest.Entities.Coreference.Rules;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// Puts the names of a text into clusters. Full names first, in text order, then short ones, each by the first rule that finds a
/// cluster; among several the one mentioned last before the name wins, else the one mentioned next (after Lee et al. 2011).
/// </summary>
internal sealed class NameLinker
{
    public const string FirstMentionRule = "first-mention";
    public const string DemonymRule = "demonym";
    public const string PlaceOfDemonymRule = "place-of-demonym";
    public const string GazetteerRule = "gazetteer";

    private static readonly SameNameRule SameName = new();
    private static readonly NameRule[] Rules = [SameName, new KnownAliasRule(), .. PersonRules.All, .. OrganizationRules.All];

    private readonly EntityText text;
    private readonly NameContext context;
    private readonly ClusterIndex index;
    private readonly Dictionary<string, Cluster> byPlace;
    private readonly List<Cluster> clusters;

    private readonly Gazetteer gazetteer;
    private Dictionary<GazetteerEntry, Cluster>? known;

    private NameLinker(EntityText text, Gazetteer gazetteer)
    {
        this.text = text;
        this.gazetteer = gazetteer;
        byPlace = text.Scratch.ByPlace;
        clusters = text.Scratch.Found;
        context = new NameContext(text);
        index = ClusterIndex.Rent();
    }

    public static List<Cluster> Link(EntityText text, Gazetteer gazetteer)
    {
        var linker = new NameLinker(text, gazetteer);
        var names = text.Scratch.Names;
        for (var i = 0; i < text.Names.Count; i++) names.Add(linker.Mention(text.Names[i]));
        foreach (var name in names)
        {
            if (IsFull(name)) linker.Place(name);
        }

        foreach (var name in names)
        {
            if (!IsFull(name)) linker.Place(name);
        }

        foreach (var cluster in linker.clusters) linker.Finish(cluster);
        linker.index.Return();
        return linker.clusters;
    }

    private static bool IsFull(NameMention name) => name.Draft.Kind == MentionKind.Name && name.Surface.Contains(' ', StringComparison.Ordinal);

    private NameMention Mention(NameSpan span)
    {
        var type = span.Type switch
        {
            NameType.Person => EntityType.Person,
            NameType.Organization => EntityType.Organization,
            NameType.Place => EntityType.Place,
            _ => EntityType.Other,
        };
        var form = NameForm.Of(text.Passage(span.First, span.End), type);
        if (form.PlaceOfDemonym is not null)
        {
            var demonym = text.NewMention(span.First, span.End, MentionKind.Demonym, DemonymRule);
            return text.Scratch.NameMentions.Next().Become(span, form, Gender.Unknown, hasHonorific: false, demonym);
        }

        var gender = Gender.Unknown;
        var hasHonorific = false;
        if (type == EntityType.Person)
        {
            var honorific = HonorificFinder.Before(text, span.First);
            hasHonorific = honorific is not null;
            gender = honorific?.Gender ?? Gender.Unknown;
            // "Sheikh" can be part of the name.
            if (gender == Gender.Unknown && span.Length > 1) gender = GenderOfFirst(span.First);
        }

        return text.Scratch.NameMentions.Next().Become(span, form, gender, hasHonorific, text.NewMention(span.First, span.End, MentionKind.Name, FirstMentionRule));
    }

    private Gender GenderOfFirst(int token) =>
        text.Has(token, WordClass.Honorific) && text.Lexicon.HonorificOf(text.Form(token)) is { } honorific ? honorific.Gender : text.Lexicon.GenderOfGiven(text.Form(token));

    private void Place(NameMention mention)
    {
        if (mention.Draft.Kind == MentionKind.Demonym)
        {
            PlaceDemonym(mention);
            return;
        }

        if (gazetteer.Find(mention.Surface) is { } entry)
        {
            PlaceKnown(mention, entry);
            return;
        }

        // Most names repeat one that only one entity has: the first rule links them, whatever else is near.
        if (index.OnlyBearer(mention) is { } bearer && bearer.Type == mention.Type && Agrees(mention, bearer) && SameName.Links(mention, bearer, context))
        {
            Join(bearer, mention, SameName.Id);
            return;
        }

        var candidates = index.Candidates(mention);
        foreach (var rule in Rules)
        {
            if (rule.Type is { } only && only != mention.Type) continue;
            foreach (var (_, cluster) in candidates)
            {
                if (!Agrees(mention, cluster) || !rule.Links(mention, cluster, context)) continue;
                Join(cluster, mention, rule.Id);
                return;
            }
        }

        if (mention.Type == EntityType.Place && byPlace.TryGetValue(mention.Form.PlaceKey, out var place))
        {
            Join(place, mention, PlaceOfDemonymRule);
            return;
        }

        var first = text.NewCluster(mention.Surface, mention.Type);
        clusters.Add(first);
        Join(first, mention, FirstMentionRule);
    }

    private void PlaceKnown(NameMention mention, GazetteerEntry entry)
    {
        known ??= [];
        if (!known.TryGetValue(entry, out var cluster))
        {
            cluster = text.NewCluster(entry.Name, entry.Type);
            (cluster.KnownName, cluster.SameAs, cluster.KnownAliases) = (entry.Name, entry.Ids, entry.Aliases);
            known.Add(entry, cluster);
            clusters.Add(cluster);
        }

        Join(cluster, mention, GazetteerRule);
    }

    private void PlaceDemonym(NameMention mention)
    {
        var place = mention.Form.PlaceOfDemonym!;
        if (!byPlace.TryGetValue(mention.Form.PlaceKey, out var cluster))
        {
            cluster = text.NewCluster(place, EntityType.Place);
            cluster.KnownName = place;
            clusters.Add(cluster);
            byPlace.Add(mention.Form.PlaceKey, cluster);
        }

        cluster.Add(mention.Draft);
    }

    private void Join(Cluster cluster, NameMention mention, string rule)
    {
        mention.Draft.RuleId = rule;
        cluster.Add(mention.Draft);
        NameContext.Add(cluster, mention);
        index.Add(cluster, mention);
        if (cluster.Gender == Gender.Unknown || mention.HasHonorific && mention.Gender != Gender.Unknown) cluster.Gender = mention.Gender;
        if (mention.Type != EntityType.Place) return;
        cluster.KnownName ??= mention.Form.Known;
        if (ReferenceEquals(cluster.PlaceName, cluster.CanonicalName)) return;
        cluster.PlaceName = cluster.CanonicalName;
        byPlace.TryAdd(Fold.Text(cluster.CanonicalName), cluster);
    }

    private static bool Agrees(NameMention mention, Cluster cluster) =>
        mention.Gender == Gender.Unknown || cluster.Gender == Gender.Unknown || mention.Gender == cluster.Gender;

    private void Finish(Cluster cluster)
    {
        cluster.Mentions.Sort(static (a, b) => a.First.CompareTo(b.First));
        if (cluster.Names.Count > 0) cluster.Name = CanonicalName.Choose(cluster.Names);
    }
}
