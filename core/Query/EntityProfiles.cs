using System.Runtime.InteropServices;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>Adds up the rows of one entity. Rows hold the claims by and about it, so nothing else has to be read.</summary>
internal sealed class EntityProfiles
{
    /// <summary>The most entities that a list of related ones names.</summary>
    private const int MaxRelated = 100;

    /// <summary>Of an ISO day.</summary>
    private const int DayLength = 10;

    private readonly Told[] byModality = new Told[Enum.GetValues<Modality>().Length];
    private readonly Dictionary<string, Told> byDay = new(StringComparer.Ordinal);
    private readonly EntityTally spokenAboutBy = new();
    private readonly EntityTally speaksAbout = new();
    private readonly EntityTally coOccurring = new();
    private readonly List<ArticleLine> articles = [];
    private readonly CopyGroups copies = new();
    private readonly List<string> aliases = [];
    private readonly OrderedDictionary<(string Title, string? Of), RoleEvidence> roles = [];

    /// <param name="id">The entity.</param>
    /// <param name="rows">Its rows, newest article first; at least one. Each is read once and not kept.</param>
    /// <param name="complete">Whether these are all of them.</param>
    public static EntityDetail Of(string id, IEnumerable<EntityOutline> rows, bool complete)
    {
        var sums = new EntityProfiles();
        EntityInArticle? newest = null;
        foreach (var row in rows)
        {
            newest ??= row.Entity;
            sums.Add(row);
        }

        return new EntityDetail
        {
            Id = id,
            Name = newest!.Name,
            Type = newest.Type,
            Aliases = [.. sums.aliases.Distinct(StringComparer.Ordinal)],
            Roles = [.. sums.roles.Values],
            Counts = [.. sums.byModality.Index().Where(pair => pair.Item.Claims > 0).Select(pair => new ModalityCount((Modality)pair.Index, pair.Item.By, pair.Item.About))],
            Timeline = [.. sums.byDay.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new DayCount(pair.Key, pair.Value.By, pair.Value.About))],
            SpokenAboutBy = Related(sums.spokenAboutBy),
            SpeaksAbout = Related(sums.speaksAbout),
            CoOccurring = [.. sums.coOccurring.Most(MaxRelated).Select(pair => new RelatedByArticles(pair.Entity.Id, pair.Entity.Name, pair.Entity.Type, pair.Count))],
            Articles = [.. sums.articles.Select(sums.copies.Marked)],
            IndependentSources = sums.copies.Count(),
            Complete = complete,
        };
    }

    private void Add(EntityOutline row)
    {
        aliases.AddRange(row.Entity.Aliases);
        foreach (var (role, text) in row.Entity.Roles.Zip(row.RoleTexts))
        {
            if (!roles.ContainsKey((role.Title, role.Of))) roles.Add((role.Title, role.Of), new RoleEvidence(role.Title, role.Of, row.Article.Id, role.Span, text));
        }

        var all = default(Told);
        for (var claim = 0; claim < row.Speakers.Count; claim++)
        {
            var told = Claim(row, claim);
            byModality[row.Modalities[claim]] += told;
            all += told;
        }

        if (all.Claims > 0 && row.Article.PublishedAt.Value is { Length: >= DayLength } value) OnDay(value.AsSpan(0, DayLength)) += all;
        if (!copies.Add(row.Article, row.Signature)) return;
        articles.Add(row.Article);
        for (var other = EntityOutline.Self + 1; other <= row.Others; other++)
        {
            if ((EntityType)row.Types[other] != EntityType.UnnamedSource) coOccurring.Add(row, other);
        }
    }

    private ref Told OnDay(ReadOnlySpan<char> day) => ref CollectionsMarshal.GetValueRefOrAddDefault(byDay.GetAlternateLookup<ReadOnlySpan<char>>(), day, out _);

    private Told Claim(EntityOutline row, int claim)
    {
        var speaker = row.Speakers[claim];
        var isBy = speaker == EntityOutline.Self;
        var isAbout = false;
        foreach (var other in row.About[claim])
        {
            if (other == EntityOutline.Self) isAbout = true;
            else if (isBy) speaksAbout.Add(row, other);
        }

        if (isAbout && speaker > EntityOutline.Self) spokenAboutBy.Add(row, speaker);
        return new Told(1, isBy ? 1 : 0, isAbout ? 1 : 0);
    }

    private static IReadOnlyList<RelatedByClaims> Related(EntityTally tally) =>
        [.. tally.Most(MaxRelated).Select(pair => new RelatedByClaims(pair.Entity.Id, pair.Entity.Name, pair.Entity.Type, pair.Count))];

    /// <summary>How many of some claims the entity makes, and how many are about it.</summary>
    private readonly record struct Told(int Claims, int By, int About)
    {
        public static Told operator +(Told one, Told other) => new(one.Claims + other.Claims, one.By + other.By, one.About + other.About);
    }
}
