using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;
using NewsIngest.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>All rows of one article. The same article and analysis always give the same rows.</summary>
internal sealed class IndexRows
{
    /// <summary>Longer claims are cut in the rows, which repeat them for every word, and only there.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>Compressed bytes of a row; a binary property may have 64 KiB.</summary>
    private const int MaxRowBytes = 60 * 1024;
    private const int MaxClaimsPerRow = 200;
    private const int MaxTitleLength = 1000;

    /// <summary>Entities of the same article that an entity's rows name; those mentioned most often.</summary>
    private const int MaxOthers = 20;
    private const int MaxRoleLength = 300;

    private readonly Article article;
    private readonly ArticleAnalysis analysis;
    private readonly string generation;
    private readonly string reverseDate;
    private readonly ArticleLine line;
    private readonly Dictionary<string, IndexedEntity> entities;
    private readonly List<IndexedClaim> claims;
    private readonly CodePointOffsets codePoints;
    private readonly List<NamedEntity> mostNamed;
    private readonly string signature;
    private readonly List<IndexRow> rows = [];
    private readonly Dictionary<(string Claims, string? Entity), byte[]> packed = [];

    private IndexRows(Article article, ArticleAnalysis analysis, string generation)
    {
        this.article = article;
        this.analysis = analysis;
        this.generation = generation;
        reverseDate = IndexKey.ReverseDate(article.PublishedAt);
        line = new ArticleLine
        {
            Id = article.Id,
            Blob = article.Source.Blob,
            Title = article.Title is { } title ? Cut(title, MaxTitleLength) : null,
            Publisher = article.Publisher,
            PublishedAt = article.PublishedAt,
            Language = article.Language,
            Url = article.Url,
            Claims = analysis.Claims.Count,
            NotExtracted = analysis.NotExtracted,
        };
        entities = analysis.Entities.ToDictionary(
            entity => entity.Id,
            entity => new IndexedEntity(entity.Id, entity.Name, entity.Type, RoleOf(entity), NameForms.Of(entity)),
            StringComparer.Ordinal);
        signature = CopyKeys.Signature(article);
        codePoints = new CodePointOffsets(article.Text);
        mostNamed =
        [
            .. analysis.Entities
                .OrderByDescending(entity => entity.Mentions.Count)
                .ThenBy(entity => entity.Id, StringComparer.Ordinal)
                .Take(MaxOthers + 1)
                .Select(entity => new NamedEntity(entity.Id, entity.Name, entity.Type)),
        ];
        claims = [.. analysis.Claims.Select(Indexed)];
    }

    public static IReadOnlyList<IndexRow> Of(Article article, ArticleAnalysis analysis, string generation)
    {
        var builder = new IndexRows(article, analysis, generation);
        builder.AddArticle();
        builder.AddCopyKeys();
        builder.AddEntities();
        builder.AddTerms();
        return builder.rows;
    }

    private void AddArticle()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(IndexKey.Prefix(IndexKey.Articles, ""), [], numbers);
        if (claims.Count > 0) Add(IndexKey.Prefix(IndexKey.Claims, ""), claims, numbers);
    }

    private void AddCopyKeys()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in CopyKeys.Of(article)) Add(IndexKey.Prefix(IndexKey.Copies, key), [], numbers);
    }

    private void AddEntities()
    {
        var byEntity = claims.Where(claim => claim.Speaker is not null).ToLookup(claim => claim.Speaker!, StringComparer.Ordinal);
        var aboutEntity = claims
            .SelectMany(claim => claim.About.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Claim: claim)))
            .ToLookup(pair => pair.Id, pair => pair.Claim, StringComparer.Ordinal);
        // Two entities may share a name in one article: their rows are numbered on.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in analysis.Entities)
        {
            var ids = byEntity[entity.Id].Concat(aboutEntity[entity.Id]).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
            var own = ids.Count == 0 ? [] : claims.Where(claim => ids.Contains(claim.Id)).ToList();
            var full = new EntityInArticle(entity.Id, entity.Name, entity.Type, entity.Aliases, entity.Roles);
            var forms = entities[entity.Id].Forms;
            // The rows that are read for the id of the entity: under the name that the id holds, else under the id.
            var named = NameForms.InId(entity.Id) is { } form && forms.Contains(form) ? form : null;
            var profile = Profile(entity);
            if (named is null) Add(IndexKey.Prefix(IndexKey.EntityId, entity.Id), own, numbers, full, profile);
            foreach (var other in forms) Add(IndexKey.Prefix(IndexKey.EntityName, other), own, numbers, full, other == named ? profile : null);
        }
    }

    private EntityProfile Profile(Entity entity) => new(
        [.. entity.Roles.Select(role => Cut(article.Text[role.Span.Start..role.Span.End], MaxRoleLength))],
        [.. mostNamed.Where(other => other.Id != entity.Id).Take(MaxOthers)]);

    private void AddTerms()
    {
        var byTerm = new SortedDictionary<string, List<IndexedClaim>>(StringComparer.Ordinal);
        var title = SearchTerms.Of(NameFolding.Fold(line.Title ?? "")).ToHashSet(StringComparer.Ordinal);
        foreach (var word in title) byTerm[word] = claims;
        foreach (var claim in claims)
        {
            foreach (var word in SearchTerms.Of(NameFolding.Fold(claim.Text)).Distinct(StringComparer.Ordinal))
            {
                if (title.Contains(word)) continue;
                if (!byTerm.TryGetValue(word, out var holders)) byTerm[word] = holders = [];
                holders.Add(claim);
            }
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, holders) in byTerm) Add(IndexKey.Prefix(IndexKey.Term, word), holders, numbers, inTitle: title.Contains(word));
    }

    /// <summary>Adds the rows of one key: one, or several when the claims do not fit into one.</summary>
    private void Add(string prefix, List<IndexedClaim> all, Dictionary<string, int> numbers, EntityInArticle? entity = null, EntityProfile? profile = null, bool inTitle = false)
    {
        var partition = IndexKey.Partition(prefix);
        var n = numbers.GetValueOrDefault(prefix);
        var at = 0;
        do
        {
            var count = Math.Min(all.Count - at, MaxClaimsPerRow);
            byte[] data;
            byte[]? outline;
            List<IndexedClaim> part;
            while (true)
            {
                part = all.GetRange(at, count);
                (data, outline) = (Packed(part, entity), Outline(part, entity, profile));
                if (Math.Max(data.Length, outline?.Length ?? 0) <= MaxRowBytes) break;
                if (count <= 1) throw new EvidenceException($"article {article.Id} has an entry too large for the index");
                count /= 2;
            }

            rows.Add(new IndexRow(partition, IndexKey.Row(prefix, reverseDate, article.Id, n++), generation, data)
            {
                Entity = entity?.Id,
                Outline = outline,
                Modalities = IndexRow.Bits(part.Select(claim => claim.Modality)),
                About = entity is null ? null : NameFilter.Of(NamesAbout(part)),
                InTitle = inTitle,
                Signature = prefix[0] == IndexKey.Copies ? signature : null,
            });
            at += count;
        }
        while (at < all.Count);
        numbers[prefix] = n;
    }

    private IEnumerable<string> NamesAbout(List<IndexedClaim> part) =>
        part.SelectMany(claim => claim.About).SelectMany(id => entities.TryGetValue(id, out var entity) ? entity.Forms.Prepend(id) : [id]);

    /// <summary>Most words of a claim stand in no other claim, so that their rows hold the same: it is packed once.</summary>
    private byte[] Packed(List<IndexedClaim> part, EntityInArticle? entity)
    {
        var key = (string.Join(' ', part.Select(claim => claim.Id)), entity?.Id);
        if (!packed.TryGetValue(key, out var data)) packed[key] = data = PackedJson.Pack(Document(part, entity), IndexJson.Stored.IndexDocument);
        return data;
    }

    private byte[]? Outline(List<IndexedClaim> part, EntityInArticle? entity, EntityProfile? profile) => entity is null || profile is null
        ? null
        : PackedJson.Pack(EntityOutline.Of(Document(part, entity), entity, profile), IndexJson.Stored.EntityOutline);

    private IndexDocument Document(List<IndexedClaim> part, EntityInArticle? entity)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in part)
        {
            if (claim.Speaker is { } speaker) named.Add(speaker);
            if (claim.Addressee is { } addressee) named.Add(addressee);
            named.UnionWith(claim.About);
        }

        return new IndexDocument
        {
            Article = line,
            Signature = signature,
            Entities = [.. analysis.Entities.Where(e => named.Contains(e.Id)).Select(e => entities[e.Id])],
            Claims = part,
            Entity = entity,
        };
    }

    private IndexedClaim Indexed(Claim claim) => new()
    {
        Id = claim.Id,
        Speaker = claim.Speaker?.EntityId,
        SpeakerSpan = claim.Speaker is { } speaker ? new TextSpan(speaker.Start, speaker.End) : null,
        Cue = claim.Cue,
        Form = claim.Form,
        Modality = claim.Modality,
        Negated = claim.Negated,
        Text = Cut(claim.Text, MaxTextLength),
        TextCut = claim.Text.Length > MaxTextLength,
        Content = claim.Content,
        ContentCodePoints = codePoints.Differ ? [.. claim.Content.Select(codePoints.Of)] : null,
        Around = [.. claim.Content.Select(passage => Surroundings.Of(article.Text, passage))],
        Addressee = claim.Addressee?.EntityId,
        Time = claim.Time,
        About = claim.About,
        Quantities = claim.Quantities,
        EmbeddedIn = claim.EmbeddedIn,
        RuleId = claim.RuleId,
    };

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string? RoleOf(Entity entity) =>
        entity.Roles.Count == 0 ? null : entity.Roles[0].Of is { Length: > 0 } of ? $"{entity.Roles[0].Title}, {of}" : entity.Roles[0].Title;
}
